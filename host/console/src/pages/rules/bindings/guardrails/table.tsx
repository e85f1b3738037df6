import { Checkbox, Flex, Grid, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useMe } from '../../../../app/me';
import { LimitInput } from './limit_input';
import { type Guardrails, type Health, measured, started, type Watched, watchedOf } from './limits';
import { Measure } from './measure';

/** Each thing that is watched: how it stands, and where it stops. */
export function LimitsTable({ hook, limits, health, disabled, onChange }: { hook: Schemas['Hook']; limits: Guardrails; health: Health | null; disabled: boolean; onChange: (limits: Guardrails) => void }) {
  const { t } = useTranslation('rules');
  const narrow = Grid.useBreakpoint().md === false;
  const { currency } = useMe().tenant;
  const money = limits.approved_amount?.currency ?? limits.approved_per_customer?.currency ?? currency;
  const set = (limit: Watched, value: unknown) => onChange({ ...limits, [limit]: value });
  return (
    <Table<{ limit: Watched }>
      size="small"
      rowKey="limit"
      pagination={false}
      scroll={{ x: narrow ? 560 : 'max-content' }}
      dataSource={watchedOf(hook).map((limit) => ({ limit }))}
      columns={[
        {
          title: t('bindings.guard.watched'),
          width: narrow ? 170 : 300,
          render: (_, { limit }) => (
            <Checkbox checked={limits[limit] != null} disabled={disabled} onChange={({ target }) => set(limit, target.checked ? started(limit, money) : null)}>
              <Flex vertical>
                <span>{t(`bindings.guard.limit.${limit}`)}</span>
                <Typography.Text type="secondary">{t(`bindings.guard.hint.${limit}`)}</Typography.Text>
              </Flex>
            </Checkbox>
          ),
        },
        ...(health ? [{ title: t('bindings.guard.now'), width: narrow ? 90 : 160, render: (_: unknown, { limit }: { limit: Watched }) => <Measure limit={limit} value={measured(limit, health)} currency={money} /> }] : []),
        {
          title: t('bindings.guard.stop'),
          width: narrow ? undefined : 320,
          render: (_, { limit }) =>
            limits[limit] == null ? <Typography.Text type="secondary">{t('bindings.guard.unwatched')}</Typography.Text> : <LimitInput limit={limit} limits={limits} disabled={disabled} onChange={(value) => set(limit, value)} />,
        },
      ]}
    />
  );
}
