import { Button, Flex, Progress, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useMay } from '../../../app/me';
import { useFilters } from '../../../parts/filters';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { useEventName } from './event_name';
import { Message } from './message';

const FILTERS = ['state', 'webhook', 'message'] as const;

/** Messages on their way out, with every try; what did not arrive is sent again. */
export function Outbox({ only }: { only?: 'dead' }) {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const [say, called] = [useValue(), useEventName()];
  const may = useMay();
  const client = useQueryClient();
  const { failed, done } = useTell();
  const [filters, set] = useFilters(FILTERS);
  const state = only ?? values.OutboxState.find((one) => one === filters.state);
  const messages = api.useInfiniteQuery('get', '/api/v1/outbox', { params: { query: { state, webhook: filters.webhook, limit: 50 } } }, paging);
  const webhooks = api.useQuery('get', '/api/v1/webhooks');
  const rows = messages.data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];
  const [picked, setPicked] = useState<string[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  const stop = useRef(false);
  const resend = async (ids: string[]) => {
    stop.current = false;
    for (const [at, id] of ids.entries()) {
      if (stop.current) break;
      setSent(at);
      const { error } = await fetcher.POST('/api/v1/outbox/{id}/resend', { params: { path: { id } } });
      if (error) { failed(error); break; }
      setPicked((before) => before.filter((one) => one !== id));
      if (at === ids.length - 1) done(t('outbox.resent'));
    }
    setSent(null);
    for (const path of ['/api/v1/outbox', '/api/v1/outbox/{id}']) void client.invalidateQueries({ queryKey: ['get', path] });
  };
  const send = (ids: string[]) => void resend(ids).catch((error: unknown) => { setSent(null); failed(error); });
  return (
    <>
      <Flex gap="small" wrap align="center">
        {only ? null : <Select allowClear aria-label={t('outbox.state')} placeholder={t('outbox.state')} style={{ minWidth: 140 }} value={state} onChange={(next) => set({ state: next })} options={values.OutboxState.map((value) => ({ value, label: say('OutboxState', value) }))} />}
        <Select allowClear aria-label={t('outbox.webhook')} placeholder={t('outbox.webhook')} style={{ minWidth: 220, maxWidth: 420 }} value={filters.webhook ?? null} onChange={(next: string | null) => set({ webhook: next })} options={webhooks.data?.items.map(({ id, url }) => ({ value: id, label: url }))} />
        {may('admin:write') && rows.length > 0 ? <Button onClick={() => setPicked(picked.length === rows.length ? [] : rows)}>{t(picked.length === rows.length ? 'outbox.none' : 'outbox.choose_all', { count: rows.length })}</Button> : null}
        {may('admin:write') && picked.length > 0 ? <Button type="primary" disabled={sent !== null} onClick={() => send(picked)}>{t('outbox.resend_many', { count: picked.length })}</Button> : null}
        {sent !== null ? <><Progress aria-label={t('outbox.resend')} percent={Math.round((sent / Math.max(1, sent + picked.length)) * 100)} style={{ width: 160 }} /><Button onClick={() => { stop.current = true; }}>{common('actions.cancel')}</Button></> : null}
      </Flex>
      <List
        query={messages}
        rowKey="id"
        empty={t(only ? 'outbox.no_dead' : 'outbox.empty')}
        rowSelection={
          may('admin:write')
            ? {
                selectedRowKeys: picked,
                onChange: (keys) => setPicked(keys.map(String)),
                getCheckboxProps: ({ id, event }) => ({ 'aria-label': t('outbox.choose', { event: called(event), id }) }),
                // A box in the heading would stand twice: antd measures columns with a hidden copy, which the keyboard would reach.
                hideSelectAll: true,
              }
            : undefined
        }
        columns={[
          { title: t('outbox.event'), dataIndex: 'event', render: (event: string) => <span title={event}>{called(event)}</span> },
          { title: t('outbox.channel'), dataIndex: 'channel', render: (channel: string) => t(`outbox.channels.${channel}`, { defaultValue: channel }) },
          { title: t('outbox.state'), dataIndex: 'state', render: (value: Schemas['OutboxState']) => say('OutboxState', value) },
          { title: t('outbox.attempts'), dataIndex: 'attempts', align: 'right' },
          { title: t('outbox.error'), dataIndex: 'last_error', ellipsis: true },
          { title: t('created'), dataIndex: 'created_at', render: (at: string) => <Moment at={at} /> },
          { title: t('actions'), render: (_, { id }) => <Flex gap="small"><Button size="small" onClick={() => set({ message: id })}>{common('actions.details')}</Button>{may('admin:write') ? <Button size="small" disabled={sent !== null} onClick={() => send([id])}>{t('outbox.resend')}</Button> : null}</Flex> },
        ]}
      />
      {filters.message ? <Message id={filters.message} resend={may('admin:write') ? () => send([filters.message ?? '']) : null} onClose={() => set({ message: null })} /> : null}
    </>
  );
}
