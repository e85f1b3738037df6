import { Button, Flex, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { ProblemAlert, useTell } from '../../../parts/problem';

/** No agreement about goods on hold: the refund is refused, and they go back to the customer. Only for who may decide about tickets. */
export function SendBack({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('warehouse');
  const may = useMay();
  const { done } = useTell();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const send = api.useMutation('post', '/api/v1/tickets/{id}/send-back', {
    onSuccess: () => {
      done();
      setAsked(false);
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/v1\/(tickets|pick-lists)/.test(String(queryKey[1])) }),
  });
  if (!may('ticket:write')) return null;
  const submit = () => send.mutate({ params: { path: { id: ticket.id }, header: ifMatch(ticket.version) }, body: { reason: reason.trim() } });
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('send_back.open')}
      </Button>
      {asked ? (
        <Modal open title={t('send_back.open')} onCancel={() => setAsked(false)} onOk={submit} okText={t('send_back.open')} okButtonProps={{ danger: true, disabled: !reason.trim(), loading: send.isPending }}>
          <Flex vertical gap="small">
            {send.error ? <ProblemAlert error={send.error} /> : null}
            <span>{t('send_back.about')}</span>
            <Input.TextArea autoFocus rows={3} maxLength={2_000} aria-label={t('send_back.reason')} placeholder={t('send_back.reason')} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Flex>
        </Modal>
      ) : null}
    </>
  );
}
