import { AutoComplete, Flex, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../parts/problem';

export interface Left {
  number: string;
  carrier: string;
}

interface Asked {
  title: string;
  /** Whether it is asked who carries it. */
  carrier?: boolean;
  error: unknown;
  busy: boolean;
  close: () => void;
  leave: (left: Left) => void;
}

const PLACE = 'redress.carriers';
const MOST = 8;

const carriers = (): string[] => (localStorage.getItem(PLACE) ?? '').split('\n').filter(Boolean);

/** A parcel that leaves: its number is scanned or typed; Enter is enough. */
export function Departure({ title, carrier = false, error, busy, close, leave }: Asked) {
  const { t } = useTranslation('warehouse');
  const [form] = Form.useForm<Partial<Left>>();
  const known = carriers();
  const submit = ({ number = '', carrier: who = '' }: Partial<Left>) => {
    const named = who.trim();
    if (named) localStorage.setItem(PLACE, [named, ...known.filter((one) => one !== named)].slice(0, MOST).join('\n'));
    leave({ number: number.trim(), carrier: named });
  };
  return (
    <Modal open title={title} onCancel={close} onOk={() => form.submit()} okText={title} okButtonProps={{ loading: busy }}>
      <Flex vertical gap="small">
        {error ? <ProblemAlert error={error} /> : null}
        <Form form={form} layout="vertical" initialValues={{ carrier: known[0] ?? '' }} onFinish={submit}>
          {carrier ? (
            <Form.Item name="carrier" label={t('ship.carrier')}>
              <AutoComplete options={known.map((value) => ({ value }))} />
            </Form.Item>
          ) : null}
          <Form.Item name="number" label={t('ship.number')} rules={[{ required: true, whitespace: true, message: t('ship.number_empty') }]}>
            <Input autoFocus autoComplete="off" onPressEnter={() => form.submit()} />
          </Form.Item>
        </Form>
      </Flex>
    </Modal>
  );
}
