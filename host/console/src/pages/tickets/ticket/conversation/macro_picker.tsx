import { Alert, Button, Flex, Modal, Select, Spin } from 'antd';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, ifMatch } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';
import type { Ticket } from '../ticket';
import { useSend } from '../use_send';
import { useActWords } from './act_words';

/**
 * Finds a macro, shows what it would say here and do besides. It is sent as it is, with all that it does, or its text is put where one
 * writes, to be changed.
 */
export function MacroPicker({ ticket, insert, picker }: { ticket: Ticket; insert: (text: string) => void; picker: Ref<{ focus: () => void }> }) {
  const { t } = useTranslation('ticket');
  const [key, setKey] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useImperativeHandle(picker, () => ({
    focus: () => {
      box.current?.querySelector('input')?.focus();
      setOpen(true);
    },
  }));
  const macros = api.useQuery('get', '/api/v1/macros', {}, { staleTime: 60_000 });
  const preview = api.useMutation('post', '/api/v1/tickets/{id}/macros/{key}/preview');
  const { send, busy } = useSend();
  const actWords = useActWords();
  const chosen = macros.data?.items.find((macro) => macro.key === key);
  const choose = (next: string) => {
    setOpen(false);
    setKey(next);
    preview.mutate({ params: { path: { id: ticket.id, key: next } } });
  };
  const apply = async () => {
    if (key == null) return;
    const path = { id: ticket.id, key };
    if (await send(() => fetcher.POST('/api/v1/tickets/{id}/macros/{key}/apply', { params: { path, header: ifMatch(ticket.version) } }))) setKey(null);
  };
  const missing = preview.data?.missing ?? [];
  return (
    <div ref={box}>
      <Select<string>
        open={open}
        onOpenChange={setOpen}
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 180 }}
        aria-label={t('macro.pick')}
        placeholder={t('macro.pick')}
        notFoundContent={t('macro.none')}
        value={null}
        options={macros.data?.items.map((macro) => ({ value: macro.key, label: macro.name })) ?? []}
        onChange={(next) => next && choose(next)}
      />
      <Modal
        title={chosen?.name}
        open={key != null}
        onCancel={() => setKey(null)}
        footer={[
          <Button
            key="insert"
            disabled={!preview.data}
            onClick={() => {
              insert(preview.data?.text ?? '');
              setKey(null);
            }}
          >
            {t('macro.insert')}
          </Button>,
          <Button key="apply" type="primary" loading={busy} disabled={!preview.data || missing.length > 0} onClick={() => void apply()}>
            {t('macro.apply')}
          </Button>,
        ]}
      >
        <Flex vertical gap="small">
          {preview.isPending ? <Spin /> : null}
          {preview.error ? <ProblemAlert error={preview.error} /> : null}
          <div className="wrap">{preview.data?.text}</div>
          {chosen && chosen.acts.length > 0 ? (
            <div>
              {t('macro.does')}
              <ul style={{ margin: 0 }}>
                {chosen.acts.map((act) => (
                  <li key={JSON.stringify(act)}>{actWords(act)}</li>
                ))}
              </ul>
            </div>
          ) : null}
          {missing.length > 0 ? <Alert type="warning" showIcon title={t('macro.missing', { names: missing.join(', ') })} /> : null}
        </Flex>
      </Modal>
    </div>
  );
}
