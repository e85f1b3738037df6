import { Alert, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { formatMoney, parseMoney } from '../../../parts/money';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { CaseTag } from '../../../parts/status';
import { useLanguage } from '../../../words/use';
import { PersonPicker, QueuePicker } from '../../../parts/people/pickers';
import { renew } from './renew';
import { type Doing, send } from './send';

export type { Doing } from './send';

/** Asks what a decision needs. What is refused keeps the dialog and everything typed; when somebody was quicker, that is told. */
export function DecideDialog({ ticket, doing, open, close, decided }: { ticket: Schemas['TicketView']; doing: Doing; open: boolean; close: () => void; decided: () => void }) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const queries = useQueryClient();
  const { done } = useTell();
  const [words, setWords] = useState('');
  const [less, setLess] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [queue, setQueue] = useState<string | null>(null);
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const asked = ticket.refund?.amount;
  const amount = asked && less.trim() ? parseMoney(less, asked.currency) : null;
  const needed = doing === 'reject' || doing === 'ask';
  const faults = {
    words: needed && !words.trim(),
    less: doing === 'approve' && asked != null && less.trim() !== '' && (!amount || amount.minor <= 0 || amount.minor > asked.minor),
    to: doing === 'transfer' && !person && !queue,
  };
  const late = isProblem(error) && (error.status === 409 || error.status === 412);
  const over = ticket.case !== 'approval' && ticket.case !== 'first_review';
  const submit = async () => {
    setPressed(true);
    if (faults.words || faults.less || faults.to) return;
    setBusy(true);
    setError(null);
    const { error: refused } = await send(doing, ticket, { words: words.trim(), amount, person, queue }).catch((failed: unknown) => ({ error: failed }));
    setBusy(false);
    renew(queries);
    if (refused) return setError(refused);
    done(t(`done.${doing}`, { number: ticket.number }));
    decided();
  };
  const fault = (wrong: boolean, why: string, hint?: string) => (pressed && wrong ? { validateStatus: 'error' as const, help: why } : hint ? { extra: hint } : {});
  return (
    <Modal
      title={t(`dialog.${doing}`, { number: ticket.number })}
      open={open}
      onCancel={close}
      onOk={() => void submit()}
      okText={t(`action.${doing}`)}
      okButtonProps={{ danger: doing === 'reject', disabled: late && over }}
      confirmLoading={busy}
    >
      {late ? (
        <Alert
          type="warning"
          showIcon
          title={t('late.title')}
          description={
            <>
              {t('late.hint')} <CaseTag value={ticket.case} />
            </>
          }
        />
      ) : null}
      {error ? <ProblemAlert error={error} /> : null}
      {asked && doing !== 'transfer' ? <p>{t('dialog.about', { amount: formatMoney(asked, language), subject: ticket.subject })}</p> : null}
      <Form layout="vertical" component="div">
        {doing === 'transfer' ? (
          <>
            <Form.Item label={t('to_person')} htmlFor="to-person" {...fault(faults.to, t('to_missing'))}>
              <PersonPicker id="to-person" label={t('to_person')} value={person} onChange={setPerson} />
            </Form.Item>
            <Form.Item label={t('to_queue')} htmlFor="to-queue">
              <QueuePicker id="to-queue" label={t('to_queue')} value={queue} onChange={setQueue} />
            </Form.Item>
          </>
        ) : null}
        <Form.Item label={t(`say.${doing}`)} htmlFor="opinion" required={needed} {...fault(faults.words, t('opinion_missing'), t(`hint.${doing}`))}>
          <Input.TextArea id="opinion" autoFocus={doing !== 'transfer'} rows={3} maxLength={1000} value={words} onChange={({ target }) => setWords(target.value)} />
        </Form.Item>
        {doing === 'approve' && asked ? (
          <Form.Item label={t('less')} htmlFor="less" {...fault(faults.less, t('less_wrong'), t('less_hint'))}>
            <Input id="less" inputMode="decimal" suffix={asked.currency} value={less} onChange={({ target }) => setLess(target.value)} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
