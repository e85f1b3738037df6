import { Button, Flex, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher } from '../../../api/client';
import { handOver } from '../../../parts/download';
import { useFilters } from '../../../parts/filters';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { useTell } from '../../../parts/problem';

const FILTERS = ['resource', 'refused'] as const;

/** Who did what; the chain of hashes shows that nothing was changed afterwards. */
export function Audit() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const { failed, done } = useTell();
  const [{ resource, refused }, set] = useFilters(FILTERS);
  const [busy, setBusy] = useState(false);
  const rows = api.useInfiniteQuery('get', '/api/v1/audit', { params: { query: { resource, refused: refused ? true : undefined, limit: 50 } } }, paging);
  const users = api.useQuery('get', '/api/v1/users');
  const verify = async () => {
    let after: number | undefined;
    let entries = 0;
    do {
      const { data, error } = await fetcher.GET('/api/v1/audit/verify', { params: { query: { after } } });
      if (error) return failed(error);
      entries += data.entries;
      if (!data.whole) return failed({ code: 'broken', detail: data.fault ?? t('audit.broken') });
      after = data.next ?? undefined;
    } while (after !== undefined);
    done(t('audit.whole', { entries }));
  };
  const save = async () => {
    const { data, error } = await fetcher.GET('/api/v1/audit/export', { params: { query: { format: 'csv' } }, parseAs: 'blob' });
    if (error) failed(error);
    else handOver(data, 'audit.csv');
  };
  const run = (work: () => Promise<void>) => {
    setBusy(true);
    void work().catch(failed).finally(() => setBusy(false));
  };
  return (
    <>
      <Flex gap="small" wrap align="center">
        <Input.Search allowClear style={{ width: 240 }} defaultValue={resource} placeholder={t('audit.resource')} aria-label={t('audit.resource')} onSearch={(next) => set({ resource: next })} />
        <Switch aria-label={t('audit.refused')} checked={Boolean(refused)} onChange={(next) => set({ refused: next })} />
        <span>{t('audit.refused')}</span>
        <Button loading={busy} onClick={() => run(verify)}>{t('audit.verify')}</Button>
        <Button loading={busy} onClick={() => run(save)}>{common('actions.export')}</Button>
      </Flex>
      <List
        query={rows}
        rowKey="id"
        columns={[
          { title: t('audit.at'), dataIndex: 'at', render: (at: string) => <Moment at={at} /> },
          { title: t('audit.who'), render: (_, row) => users.data?.items.find(({ id }) => id === row.user)?.name ?? row.user },
          { title: t('audit.operation'), dataIndex: 'operation' },
          { title: t('audit.resource'), render: (_, row) => [row.resource, row.resource_id].filter(Boolean).join(' / ') },
          { title: t('audit.status'), dataIndex: 'status' },
          { title: t('audit.address'), dataIndex: 'address' },
        ]}
      />
    </>
  );
}
