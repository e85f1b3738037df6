import { Button, DatePicker, Flex, Select, Switch, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher } from '../../../api/client';
import { handOver } from '../../../parts/download';
import { useFilters } from '../../../parts/filters';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { useNames } from '../../../parts/people/name';
import { usePersonOptions } from '../../../parts/people/options';
import { useTell } from '../../../parts/problem';
import { RESOURCES } from './resources';

const FILTERS = ['actor', 'resource', 'id', 'from', 'to', 'refused'] as const;

/** The days that the address names, as the moments that the API takes; the last day counts whole. */
const bounds = (from: string | undefined, to: string | undefined) => ({
  from: from ? dayjs(from).startOf('day').toISOString() : undefined,
  to: to ? dayjs(to).add(1, 'day').startOf('day').toISOString() : undefined,
});

/** Who did what; the chain of hashes shows that nothing was changed afterwards. */
export function Audit() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const { failed, done } = useTell();
  const [names, people] = [useNames(), usePersonOptions()];
  const [{ actor, resource, id, from, to, refused }, set] = useFilters(FILTERS);
  const [busy, setBusy] = useState(false);
  const query = { actor, resource, id, ...bounds(from, to), refused: refused ? true : undefined };
  const rows = api.useInfiniteQuery('get', '/api/v1/audit', { params: { query: { ...query, limit: 50 } } }, paging);
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
    const { data, error } = await fetcher.GET('/api/v1/audit/export', { params: { query: { format: 'csv', ...bounds(from, to) } }, parseAs: 'blob' });
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
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 160 }} aria-label={t('audit.who')} placeholder={t('audit.who')} value={actor ?? null} options={people} onChange={(next: string | null) => set({ actor: next })} />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 180 }}
          aria-label={t('audit.resource')}
          placeholder={t('audit.resource')}
          value={resource ?? null}
          options={RESOURCES.map((value) => ({ value, label: t(`audit.of.${value}`) }))}
          onChange={(next: string | null) => set({ resource: next, id: null })}
        />
        <DatePicker.RangePicker
          aria-label={t('audit.period')}
          value={from && to ? [dayjs(from), dayjs(to)] : null}
          onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })}
        />
        <Switch aria-label={t('audit.refused')} checked={Boolean(refused)} onChange={(next) => set({ refused: next })} />
        <span>{t('audit.refused')}</span>
        {id ? <Button onClick={() => set({ id: null })}>{t('audit.only_one')}</Button> : null}
        <Button loading={busy} onClick={() => run(verify)}>{t('audit.verify')}</Button>
        <Button loading={busy} onClick={() => run(save)}>{common('actions.export')}</Button>
      </Flex>
      <List
        query={rows}
        rowKey="id"
        empty={t('audit.empty')}
        columns={[
          { title: t('audit.at'), dataIndex: 'at', render: (at: string) => <Moment at={at} /> },
          { title: t('audit.who'), render: (_, row) => (row.user ? names(row.user) : t('audit.nobody')) },
          {
            title: t('audit.operation'),
            dataIndex: 'operation',
            // In words first; the API's own name tells the exact step.
            render: (operation: string) => (
              <Flex vertical>
                <span>{t(`audit.verb.${operation.split('_')[0] ?? ''}`, { defaultValue: operation })}</span>
                <Typography.Text type="secondary" style={{ fontSize: 12 }}>{operation}</Typography.Text>
              </Flex>
            ),
          },
          {
            title: t('audit.resource'),
            render: (_, row) => (
              <Flex gap={4} wrap>
                <span>{t(`audit.of.${row.resource}`, { defaultValue: row.resource })}</span>
                {row.resource_id ? (
                  <Button type="link" size="small" style={{ padding: 0, height: 'auto' }} onClick={() => set({ resource: row.resource, id: row.resource_id })}>
                    {row.resource_id}
                  </Button>
                ) : null}
              </Flex>
            ),
          },
          { title: t('audit.versions'), render: (_, { before, after }) => (after == null ? null : before == null ? `→ ${after}` : `${before} → ${after}`) },
          { title: t('audit.status'), render: (_, { status, code }) => [status, code].filter(Boolean).join(' ') },
          { title: t('audit.address'), dataIndex: 'address' },
        ]}
      />
    </>
  );
}
