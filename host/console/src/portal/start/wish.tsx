import { Button, Card, Flex, Input, Radio, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { faults, isProblem } from '../../api/problem';
import { type Answers, type Layout, toSend } from '../../parts/form/definition';
import { DefinitionForm } from '../../parts/form/definition_form';
import { useValue } from '../../words/use';
import { api } from '../client';
import { Refused } from '../refused';
import { KINDS, type Pieces, type Proof, REASONS, request, talks } from './draft';
import { Goods } from './goods';
import { Pictures } from './pictures';
import { fresh } from '../../parts/fresh';

/** Controls that are answered elsewhere on the page, or by the link once the request is there. */
const ELSEWHERE: readonly string[] = ['order_lines', 'image', 'video', 'attachment', 'person'];

/** What the customer asks for, about which goods and why, and what the shop's form asks besides. */
export function Wish({
  shop,
  proof,
  order,
  back,
  done,
}: {
  shop: string;
  proof: Proof;
  order: Schemas['CustomerOrder'];
  back: () => void;
  done: (started: Schemas['StartedReturn'], files: File[]) => void;
}) {
  const { t } = useTranslation();
  const say = useValue();
  const [kind, setKind] = useState<Schemas['TicketKind']>('return_refund');
  const [pieces, setPieces] = useState<Pieces>(order.lines.length === 1 ? { [order.lines[0]?.order_line ?? '']: 1 } : {});
  const [reason, setReason] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const [answers, setAnswers] = useState<Answers>({});
  const [files, setFiles] = useState<File[]>([]);
  const [missing, setMissing] = useState(false);
  // However often it is tapped, and however often the network repeats it, it is one request.
  const [key] = useState(() => fresh());
  const form = api.useQuery('post', '/portal/v1/{tenant}/form', { params: { path: { tenant: shop } }, body: { ...proof, kind } }, { retry: false, staleTime: Infinity });
  const start = api.useMutation('post', '/portal/v1/{tenant}/returns', { onSuccess: (started) => done(started, files) });
  // A shop without a form for the kind says 404.
  const none = isProblem(form.error) && form.error.status === 404;
  const layout = form.data ? (form.data.layout as unknown as Layout) : null;
  const fields = layout?.sections.flatMap((section) => section.fields) ?? [];
  const known = fields.filter(({ control, locked }) => ELSEWHERE.includes(control.type) || locked).map((field) => field.key);
  const given: Answers = { ...form.data?.answers, ...answers };
  const chosen = order.lines.filter(({ order_line }) => (pieces[order_line] ?? 0) > 0);
  const complete = reason != null && (talks(kind) || chosen.length > 0);
  const send = () => {
    setMissing(!complete);
    if (!complete) return;
    const lines = chosen.map(({ order_line }) => ({ line: order_line, quantity: pieces[order_line] ?? 1 }));
    const about = fields.filter(({ control }) => control.type === 'order_lines').map((field) => [field.key, lines] as const);
    const filled = layout ? toSend(layout, { ...given, ...Object.fromEntries(about) }) : null;
    start.mutate({
      params: { path: { tenant: shop }, header: { 'Idempotency-Key': key } },
      body: request(proof, { kind, reason, description, pieces, form: filled }),
    });
  };
  const wrong = faults(start.error).filter(({ pointer }) => pointer.startsWith('/form/'));
  const asked = (pointer: string) => fields.some(({ key }) => !known.includes(key) && pointer.split('/')[2] === key);
  return (
    <>
      <Card title={<h2 className="h">{t('start.what')}</h2>} extra={<Button type="link" onClick={back}>{t('start.other_order')}</Button>}>
        <Flex vertical gap="middle">
          <Radio.Group
            aria-label={t('start.what')}
            size="large"
            value={kind}
            style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', rowGap: 12 }}
            options={KINDS.map((value) => ({ value, label: say('TicketKind', value) }))}
            onChange={({ target }) => setKind(target.value as Schemas['TicketKind'])}
          />
          {talks(kind) ? null : <Goods lines={order.lines} pieces={pieces} onChange={setPieces} />}
          {missing && !talks(kind) && chosen.length === 0 ? <span role="alert" className="wrong">{t('start.choose_goods')}</span> : null}
        </Flex>
      </Card>
      <Card title={<h2 className="h">{t('start.why')}</h2>}>
        <Flex vertical gap="middle">
          <Radio.Group
            aria-label={t('start.why')}
            value={reason}
            style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', rowGap: 12 }}
            options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            onChange={({ target }) => setReason(String(target.value))}
          />
          {missing && reason == null ? <span role="alert" className="wrong">{t('start.choose_reason')}</span> : null}
          <Flex vertical gap={4}>
            <label htmlFor="description">{t('start.description')}</label>
            <Input.TextArea id="description" autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5_000} value={description} onChange={({ target }) => setDescription(target.value)} />
          </Flex>
        </Flex>
      </Card>
      {form.isPending ? <Spin /> : null}
      {layout ? (
        <DefinitionForm
          layout={layout}
          answers={given}
          known={known}
          faults={wrong.map((fault) => ({ ...fault, pointer: fault.pointer.slice('/form'.length) }))}
          surroundings={{ currency: order.lines[0]?.unit_price.currency ?? 'CNY' }}
          onChange={(field, answer) => setAnswers((all) => ({ ...all, [field]: answer }))}
        />
      ) : null}
      <Pictures files={files} onChange={setFiles} />
      <Refused error={start.error ?? (none ? null : form.error)} placed={asked} />
      <Button type="primary" size="large" block loading={start.isPending} disabled={form.isPending} onClick={send}>
        {t('start.send')}
      </Button>
    </>
  );
}
