import { Button, Modal, Select, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, ifMatch, type Schemas } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';
import { useSend } from '../use_send';

/** Finds a macro, shows what it would say here, and applies it. */
export function MacroPicker({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const [key, setKey] = useState<string | null>(null);
  const macros = api.useQuery('get', '/api/v1/macros', {}, { staleTime: 60_000 });
  const preview = api.useMutation('post', '/api/v1/tickets/{id}/macros/{key}/preview');
  const { send, busy } = useSend();
  const choose = (chosen: string) => {
    setKey(chosen);
    preview.mutate({ params: { path: { id: ticket.id, key: chosen } } });
  };
  const apply = async () => {
    if (key == null) return;
    const path = { id: ticket.id, key };
    if (await send(() => fetcher.POST('/api/v1/tickets/{id}/macros/{key}/apply', { params: { path, header: ifMatch(ticket.version) } }))) setKey(null);
  };
  return (
    <>
      <Select
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 180 }}
        aria-label={t('macro.pick')}
        placeholder={t('macro.pick')}
        value={null}
        options={macros.data?.items.map((macro) => ({ value: macro.key, label: macro.name })) ?? []}
        onChange={(chosen: string | null) => {
          if (chosen) choose(chosen);
        }}
      />
      <Modal
        title={macros.data?.items.find((macro) => macro.key === key)?.name}
        open={key != null}
        onCancel={() => setKey(null)}
        footer={
          <Button type="primary" loading={busy} disabled={!preview.data} onClick={() => void apply()}>
            {t('macro.apply')}
          </Button>
        }
      >
        {preview.isPending ? <Spin /> : null}
        {preview.error ? <ProblemAlert error={preview.error} /> : null}
        <p style={{ whiteSpace: 'pre-wrap' }}>{preview.data?.text}</p>
        {preview.data?.missing.length ? <p>{t('macro.missing', { names: preview.data.missing.join(', ') })}</p> : null}
      </Modal>
    </>
  );
}
