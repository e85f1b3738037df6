import { Alert, Form, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { Money } from '../../../parts/money';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { renew } from '../common/renew';
import { TicketRef, useTender } from '../common/ticket_ref';

/** A question about one refund. What is refused keeps the dialog and what was typed; when somebody was quicker, that is told. */
export function Ask({
  what,
  refund,
  ready,
  send,
  close,
  danger = false,
  children,
}: {
  what: 'paid' | 'failed' | 'credit' | 'retry';
  refund: Schemas['RefundInstruction'];
  ready: boolean;
  send: () => Promise<{ error?: unknown }>;
  close: () => void;
  danger?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation('finance');
  const tender = useTender();
  const queries = useQueryClient();
  const { done } = useTell();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async () => {
    setBusy(true);
    setError(null);
    const { error: refused } = await send().catch((failed: unknown) => ({ error: failed }));
    setBusy(false);
    if (refused) {
      setError(refused);
      return;
    }
    done(t(`done.${what}`));
    renew(queries);
    close();
  };
  const late = isProblem(error) && (error.status === 409 || error.status === 412);
  // The row is read anew only when the dialog has gone: it may no longer be on the list, and the dialog with it.
  const leave = () => {
    if (error) renew(queries);
    close();
  };
  return (
    <Modal
      title={t(`dialog.${what}`)}
      open
      onCancel={leave}
      onOk={() => void submit()}
      okText={t(`do.${what}`)}
      okButtonProps={{ disabled: !ready || late, danger }}
      confirmLoading={busy}
    >
      {late ? <Alert type="warning" showIcon title={t('late')} /> : null}
      {error ? <ProblemAlert error={error} /> : null}
      <p>
        <Money of={refund.amount} /> · {tender(refund.tender)}
      </p>
      <TicketRef id={refund.ticket} />
      <p>{t(`explain.${what}`)}</p>
      <Form layout="vertical" component="div">
        {children}
      </Form>
    </Modal>
  );
}
