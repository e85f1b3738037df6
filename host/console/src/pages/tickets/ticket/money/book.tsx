import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, fetcher, type Schemas } from '../../../../api/client';
import { Money, parseMoney } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { at, currency, type Ticket } from '../ticket';
import { useSend } from '../use_send';
import { signed, total } from './total';

const KINDS = ['goods', 'freight', 'tax', 'fee', 'compensation', 'deduction'] as const;
const PAYERS = ['merchant', 'carrier', 'platform', 'customer'] as const;

interface Entry {
  kind?: (typeof KINDS)[number];
  payer?: Schemas['Payer'];
  amount?: string;
  reason?: string;
  line?: string;
}

/** Books what is paid besides, or kept back; what the customer gets then stands below while one types. */
export function Book({ ticket, close }: { ticket: Ticket; close: () => void }) {
  const { t } = useTranslation('ticket_money');
  const { send, busy, problem } = useSend({ inPlace: true });
  const [form] = Form.useForm<{ entries: Entry[] }>();
  const unit = currency(ticket);
  const ledger = api.useQuery('get', '/api/v1/tickets/{id}/settlements', { params: { path: { id: ticket.id } } });
  const typedIn = Form.useWatch<Entry[] | undefined>('entries', form) ?? [];
  const amountOf = ({ kind, amount }: Entry) => {
    const read = parseMoney(amount ?? '', unit);
    return kind && read ? signed(kind, read) : null;
  };
  const before = total(ledger.data?.items.map(({ amount }) => amount) ?? [], unit);
  const more = total(typedIn.map((one) => amountOf(one ?? {})), unit);
  const submit = async ({ entries }: { entries: Entry[] }) => {
    const booked = entries.flatMap((one) => {
      const amount = amountOf(one);
      return amount && one.kind ? [{ kind: one.kind, amount, reason: one.reason ?? '', payer: one.payer ?? ('merchant' as const), line: one.line ?? null }] : [];
    });
    if (await send(() => fetcher.POST('/api/v1/tickets/{id}/settlements', { ...at(ticket), body: { entries: booked } }))) close();
  };
  return (
    <Modal open width={720} title={t('book')} onCancel={close} onOk={() => form.submit()} okText={t('book')} okButtonProps={{ loading: busy }}>
      <Flex vertical gap="small">
        <p style={{ margin: 0 }}>{t('book_about')}</p>
        {problem ? <ProblemAlert error={problem} /> : null}
        <Form form={form} layout="vertical" initialValues={{ entries: [{ kind: 'freight', payer: 'merchant' }] }} onFinish={(values) => void submit(values)}>
          <Form.List name="entries">
            {(rows, { add, remove }) => (
              <Flex vertical gap="small">
                {rows.map(({ key, name }, place) => (
                  <Row key={key} name={name} place={place + 1} ticket={ticket} remove={rows.length > 1 ? () => remove(name) : null} />
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'compensation', payer: 'merchant' })}>
                  {t('another')}
                </Button>
              </Flex>
            )}
          </Form.List>
        </Form>
        <Flex gap="middle" wrap role="status">
          <span>
            {t('before')} <Money of={before} />
          </span>
          <span>
            {t('added')} <Money of={more} />
          </span>
          <b>
            {t('after')} <Money of={{ minor: before.minor + more.minor, currency: unit }} />
          </b>
        </Flex>
      </Flex>
    </Modal>
  );
}

/** One entry: what for, how much, who bears it, why. */
function Row({ name, place, ticket, remove }: { name: number; place: number; ticket: Ticket; remove: (() => void) | null }) {
  const { t } = useTranslation('ticket_money');
  const { t: common } = useTranslation();
  const say = useValue();
  const unit = currency(ticket);
  const amount = (_: unknown, text?: string) => (parseMoney(text ?? '', unit)?.minor ? Promise.resolve() : Promise.reject(new Error(t('no_amount'))));
  const style = { flex: '1 1 140px', marginBottom: 0 };
  return (
    <Card size="small" role="group" aria-label={t('entry', { place })} title={t('entry', { place })} extra={remove ? <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${t('entry', { place })}`} onClick={remove} /> : null}>
      <Flex gap="small" wrap>
        <Form.Item name={[name, 'kind']} label={t('kind')} rules={[{ required: true }]} style={style}>
          <Select options={KINDS.map((kind) => ({ value: kind, label: say('EntryKind', kind) }))} />
        </Form.Item>
        <Form.Item name={[name, 'amount']} label={`${t('amount')} (${unit})`} rules={[{ validator: amount }]} style={style}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name={[name, 'payer']} label={t('payer')} rules={[{ required: true }]} style={style}>
          <Select options={PAYERS.map((payer) => ({ value: payer, label: say('Payer', payer) }))} />
        </Form.Item>
        <Form.Item name={[name, 'line']} label={t('goods')} style={style}>
          <Select allowClear options={ticket.lines.map(({ id, sku }) => ({ value: id, label: sku }))} />
        </Form.Item>
        <Form.Item name={[name, 'reason']} label={t('reason')} rules={[{ required: true, whitespace: true, message: t('no_reason') }]} style={{ flex: '1 1 100%', marginBottom: 0 }}>
          <Input />
        </Form.Item>
      </Flex>
    </Card>
  );
}
