import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Flex } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Page } from '../../../parts/page';
import { useTell } from '../../../parts/problem';
import { State } from '../../../parts/status';
import { Items } from '../common/items';
import { RowActions } from '../common/row_actions';
import { useDuration } from '../common/duration_input';
import { EditPolicy } from './edit';
import { useGoal } from './goal';

type Policy = Schemas['SlaPolicy'];

/** Service level policies in the order in which they are asked; the first that fits a ticket holds. */
export function SlaPage() {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const write = useMay()('binding:write');
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const goal = useGoal();
  const duration = useDuration();
  const [edited, setEdited] = useState<Policy | 'new' | null>(null);
  const policies = api.useQuery('get', '/api/v1/sla-policies');
  const calendars = api.useQuery('get', '/api/v1/calendars');
  const change = api.useMutation('put', '/api/v1/sla-policies/{id}');
  const remove = api.useMutation('delete', '/api/v1/sla-policies/{id}');
  const rows = policies.data?.items ?? [];
  const fresh = () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/sla-policies'] });
  const put = ({ id, version, applies_to, calendar, enabled, policy }: Policy, order: number) =>
    change.mutateAsync({ params: { path: { id }, header: ifMatch(version) }, body: { applies_to, calendar, enabled, policy, order } });
  /** Puts a policy in front of or behind its neighbour: those whose number must change get a new one. */
  const move = async (from: number, to: number) => {
    const sorted = [...rows];
    const [moved] = sorted.splice(from, 1);
    if (!moved) return;
    sorted.splice(to, 0, moved);
    try {
      for (const [at, policy] of sorted.entries()) {
        const order = (at + 1) * 100;
        if (policy.order !== order) await put(policy, order);
      }
    } catch (error) {
      failed(error);
    }
    await fresh();
  };
  return (
    <Page
      title={t('sla.title')}
      actions={
        <>
          <Link to="/builder/calendars">
            <Button>{t('calendars.title')}</Button>
          </Link>
          {write ? <Button type="primary" icon={<PlusOutlined />} disabled={!calendars.data} onClick={() => setEdited('new')}>{t('sla.add')}</Button> : null}
        </>
      }
    >
      <Alert type="info" showIcon title={t('sla.what')} />
      <Items
        query={policies}
        rowKey="id"
        empty={t('sla.empty')}
        columns={[
          {
            title: t('sla.order'),
            dataIndex: 'order',
            render: (order: number, row, at) => (
              <Flex gap={4} align="center">
                <span className="number">{order}</span>
                {write && rows.length > 1 ? (
                  <>
                    <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={at === 0 || change.isPending} aria-label={t('sla.up', { name: row.policy.name })} onClick={() => void move(at, at - 1)} />
                    <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={at === rows.length - 1 || change.isPending} aria-label={t('sla.down', { name: row.policy.name })} onClick={() => void move(at, at + 1)} />
                  </>
                ) : null}
              </Flex>
            ),
          },
          { title: t('sla.name'), key: 'name', render: (_, { policy }) => <b>{policy.name}</b> },
          { title: t('sla.enabled'), dataIndex: 'enabled', render: (enabled: boolean) => <State colour={enabled ? 'green' : undefined}>{enabled ? t('on') : t('off')}</State> },
          { title: t('sla.applies'), key: 'for', render: (_, { applies_to }) => { const count = Object.values(applies_to).filter((list) => list && list.length > 0).length; return count > 0 ? t('sla.conditions', { count }) : t('sla.all'); } },
          { title: t('sla.calendar'), dataIndex: 'calendar', render: (id: string) => calendars.data?.items.find((one) => one.id === id)?.calendar.name ?? id },
          { title: t('sla.targets'), key: 'targets', render: (_, { policy }) => policy.targets.map((target) => <div key={target.key}>{t('sla.within', { goal: goal(target.goal), time: duration(target.limit_seconds) })}</div>) },
          {
            title: common('actions.edit'),
            key: 'actions',
            render: (_, row) => (
              <RowActions
                name={row.policy.name}
                readOnly={!write}
                onOpen={() => setEdited(row)}
                hint={row.enabled ? t('sla.off_first') : undefined}
                onDelete={() => remove.mutateAsync({ params: { path: { id: row.id }, header: ifMatch(row.version) } }).then(() => { done(common('deleted')); return fresh(); }, failed)}
              />
            ),
          },
        ]}
      />
      {edited && calendars.data ? (
        <EditPolicy from={edited === 'new' ? null : edited} calendars={calendars.data.items} order={((rows.length || 0) + 1) * 100} readOnly={!write} onClose={() => setEdited(null)} />
      ) : null}
    </Page>
  );
}
