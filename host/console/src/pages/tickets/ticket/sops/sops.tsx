import { Button, Card, Flex, Select, Spin, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { ProblemAlert } from '../../../../parts/problem';
import type { Ticket } from '../ticket';
import { useSend } from '../use_send';
import { Run } from './run';

/** Procedures for what went wrong: begin one, and walk its steps. */
export function Sops({ ticket, insert }: { ticket: Ticket; insert: (text: string) => void }) {
  const { t } = useTranslation('ticket_sops');
  const may = useMay();
  const { send, busy } = useSend();
  const [key, setKey] = useState<string | null>(null);
  const sops = api.useQuery('get', '/api/v1/sops', {}, { staleTime: 60_000 });
  const runs = api.useQuery('get', '/api/v1/tickets/{id}/sops', { params: { path: { id: ticket.id } } });
  if (runs.error) return <ProblemAlert error={runs.error} retry={() => void runs.refetch()} />;
  if (!runs.data) return <Spin />;
  const chosen = sops.data?.items.find((sop) => sop.key === key);
  const begin = async () => {
    if (!chosen) return;
    if (await send(() => fetcher.POST('/api/v1/tickets/{id}/sops', { params: { path: { id: ticket.id } }, body: { sop: chosen.key } }))) setKey(null);
  };
  return (
    <Flex vertical gap="small">
      {may('ticket:write') ? (
        <Card size="small" title={<h2 className="h">{t('begin')}</h2>}>
          <Flex vertical gap="small">
            <Flex gap="small" wrap>
              <Select<string>
                style={{ flex: '1 1 260px' }}
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={t('which')}
                placeholder={t('which')}
                value={key}
                options={sops.data?.items.map((sop) => ({ value: sop.key, label: sop.name })) ?? []}
                onChange={setKey}
              />
              <Button type="primary" disabled={!chosen} loading={busy} onClick={() => void begin()}>
                {t('start')}
              </Button>
            </Flex>
            {chosen ? (
              <Typography.Text type="secondary">
                {chosen.anomaly} · {t('steps', { count: chosen.steps.length })}
              </Typography.Text>
            ) : null}
          </Flex>
        </Card>
      ) : null}
      {runs.data.items.map((run) => (
        <Run key={run.id} run={run} insert={insert} />
      ))}
      {runs.data.items.length === 0 ? <span>{t('none')}</span> : null}
    </Flex>
  );
}
