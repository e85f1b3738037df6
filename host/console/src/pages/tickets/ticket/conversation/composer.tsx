import { Button, Flex, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { useSend } from '../use_send';
import { MacroPicker } from './macro_picker';

/** Where one answers the customer, or notes something for colleagues. */
export function Composer({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const may = useMay();
  const { send, busy } = useSend();
  const [body, setBody] = useState('');
  const [to, setTo] = useState<'reply' | 'note'>('reply');
  if (!may('ticket:write')) return null;
  const post = async () => {
    const sent = await send(() =>
      fetcher.POST('/api/v1/tickets/{id}/message', {
        params: { path: { id: ticket.id }, header: ifMatch(ticket.version) },
        body: { body, internal: to === 'note' },
      }),
    );
    if (sent) setBody('');
  };
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap justify="space-between">
        <Segmented
          size="small"
          aria-label={t('talk.to')}
          value={to}
          options={[
            { value: 'reply' as const, label: t('talk.reply') },
            { value: 'note' as const, label: t('talk.note') },
          ]}
          onChange={setTo}
        />
        <MacroPicker ticket={ticket} />
      </Flex>
      <Input.TextArea rows={2} aria-label={t(`talk.${to}`)} placeholder={t(`talk.${to}_hint`)} value={body} onChange={({ target }) => setBody(target.value)} />
      <Button type="primary" style={{ alignSelf: 'end' }} loading={busy} disabled={!body.trim()} onClick={() => void post()}>
        {t(`talk.send_${to}`)}
      </Button>
    </Flex>
  );
}
