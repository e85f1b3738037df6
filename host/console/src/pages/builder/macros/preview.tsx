import { Alert, Card, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, type Schemas } from '../../../api/client';
import { ProblemAlert } from '../../../parts/problem';

/** What a saved macro would say on a ticket that somebody names by its number. */
export function MacroPreview({ macro }: { macro: string }) {
  const { t } = useTranslation('builder');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<string | null>(null);
  const [found, setFound] = useState<Schemas['Rendered'] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = async (number: string) => {
    if (!number.trim()) return;
    setBusy(true);
    setError(null);
    setFound(null);
    setMissing(null);
    try {
      const tickets = await fetcher.GET('/api/v1/tickets', { params: { query: { number: number.trim(), limit: 1 } } });
      if (tickets.error) throw tickets.error;
      const id = tickets.data.items[0]?.id;
      if (!id) {
        setMissing(number);
        return;
      }
      const text = await fetcher.POST('/api/v1/tickets/{id}/macros/{key}/preview', { params: { path: { id, key: macro } } });
      if (text.error) throw text.error;
      setFound(text.data);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card size="small" title={t('macros.preview')} style={{ marginTop: 16 }}>
      <Input.Search loading={busy} enterButton={t('macros.show')} placeholder={t('macros.ticket_number')} aria-label={t('macros.ticket_number')} onSearch={(number) => void look(number)} />
      <div aria-live="polite" style={{ marginTop: 8 }}>
        {error ? <ProblemAlert error={error} /> : null}
        {missing ? <Alert type="warning" showIcon title={t('macros.no_ticket', { number: missing })} /> : null}
        {found ? <p className="wrap">{found.text}</p> : null}
        {found && found.missing.length > 0 ? (
          <>
            {t('macros.without_value')} {found.missing.map((name) => <Tag key={name}>{name}</Tag>)}
          </>
        ) : null}
      </div>
    </Card>
  );
}
