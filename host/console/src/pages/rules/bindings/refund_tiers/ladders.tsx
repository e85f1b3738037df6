import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Checkbox, Flex, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { AmountInput } from './amount_input';
import { type Ladders as Steps, outOfOrder, type Tier, withStep } from './ladder';

/** Nobody has to agree. */
const AUTOMATIC = '';

/** Up to which amount who agrees, as a table for each currency (D1–D3): what supervisors change before a sale. */
export function Ladders({ ladders, disabled, onChange }: { ladders: Steps; disabled: boolean; onChange: (ladders: Steps) => void }) {
  const { t } = useTranslation('rules');
  return Object.entries(ladders).map(([currency, ladder]) => (
    <Card key={currency} size="small" title={<h2 className="h">{t('tiers.title', { currency })}</h2>}>
      <Ladder currency={currency} ladder={ladder} disabled={disabled} onChange={(next) => onChange({ ...ladders, [currency]: next })} />
    </Card>
  ));
}

function Ladder({ currency, ladder, disabled, onChange }: { currency: string; ladder: Tier[]; disabled: boolean; onChange: (ladder: Tier[]) => void }) {
  const { t } = useTranslation('rules');
  const roles = api.useQuery('get', '/api/v1/roles', undefined, { staleTime: 300_000 });
  const change = (at: number, to: Partial<Tier>) => onChange(ladder.map((tier, place) => (place === at ? { ...tier, ...to } : tier)));
  const wrong = outOfOrder(ladder);
  const known = new Set([...(roles.data?.items ?? []).map(({ name }) => name), ...ladder.flatMap(({ role }) => (role ? [role] : []))]);
  const choices = [{ value: AUTOMATIC, label: t('tiers.automatic') }, ...[...known].map((role) => ({ value: role, label: t(`role.${role}`, { defaultValue: role }) }))];
  return (
    <Flex vertical gap="small">
      <Table<Tier & { at: number }>
        size="small"
        rowKey="at"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={ladder.map((tier, at) => ({ ...tier, at }))}
        columns={[
          {
            title: t('tiers.up_to'),
            render: (_, { at, up_to: end }) => (
              <Flex vertical gap={4}>
                <AmountInput
                  label={t('tiers.up_to_step', { step: at + 1 })}
                  currency={currency}
                  value={end ?? null}
                  placeholder={t('tiers.no_end')}
                  disabled={disabled}
                  wrong={wrong.includes(at)}
                  onChange={(amount) => change(at, { up_to: amount })}
                />
                {wrong.includes(at) ? (
                  <span role="alert" className="wrong">
                    {t('tiers.rising')}
                  </span>
                ) : null}
              </Flex>
            ),
          },
          {
            title: t('tiers.who'),
            render: (_, { at, role }) => (
              <Select<string>
                aria-label={t('tiers.who_step', { step: at + 1 })}
                style={{ width: 200 }}
                disabled={disabled}
                value={role ?? AUTOMATIC}
                options={choices}
                onChange={(next) => change(at, { role: next === AUTOMATIC ? null : next })}
              />
            ),
          },
          {
            title: t('tiers.report'),
            render: (_, { at, with_report: report }) => (
              <Checkbox aria-label={t('tiers.report_step', { step: at + 1 })} disabled={disabled} checked={report ?? false} onChange={({ target }) => change(at, { with_report: target.checked })} />
            ),
          },
          {
            title: '',
            render: (_, { at }) =>
              disabled || ladder.length < 2 ? null : (
                <Button type="text" aria-label={t('tiers.remove', { step: at + 1 })} icon={<DeleteOutlined />} onClick={() => onChange(ladder.filter((_one, place) => place !== at))} />
              ),
          },
        ]}
      />
      {disabled ? null : (
        <div>
          <Button icon={<PlusOutlined />} onClick={() => onChange(withStep(ladder))}>
            {t('tiers.add')}
          </Button>
        </div>
      )}
    </Flex>
  );
}
