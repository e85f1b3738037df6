import { Button, Collapse, Flex, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { SchemaForm } from '../../../parts/form/schema_form';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { Backtest } from '../backtest/backtest';
import { laddersOf } from './refund_tiers/ladder';
import { Ladders } from './refund_tiers/ladders';
import { MoneyWidget } from './refund_tiers/money_widget';

const money = { 'ui:widget': MoneyWidget };
/** Amounts of the stock plugin for refunds, which its schema can only call whole numbers. */
const REFUND_TIERS = {
  tiers: { 'ui:widget': 'hidden' },
  auto_approve: { items: { max_amount: { additionalProperties: money } } },
  inspection: { below: { additionalProperties: money } },
};

/** The configuration as a form: tried on past tickets first, then saved with a reason. */
export function Settings({ binding, schema }: { binding: Schemas['BindingWithPlugin']; schema: object }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const may = useMay()('binding:write');
  const { done } = useTell();
  const queries = useQueryClient();
  const [config, setConfig] = useState<unknown>(binding.config);
  const [reason, setReason] = useState('');
  const save = api.useMutation('patch', '/api/v1/bindings/{id}', {
    onSuccess: async () => {
      done();
      await Promise.all(
        (['/api/v1/bindings', '/api/v1/bindings/{id}', '/api/v1/bindings/{id}/history'] as const).map((path) => queries.invalidateQueries({ queryKey: ['get', path] })),
      );
    },
  });
  const store = () =>
    save.mutate({ params: { path: { id: binding.id }, header: ifMatch(binding.version) }, body: { config: config, reason: reason.trim() } });
  const ladders = binding.plugin_name === 'refund-tiers' ? laddersOf(config) : null;
  const form = (
    <SchemaForm
      schema={schema}
      ui={ladders ? REFUND_TIERS : undefined}
      value={config}
      error={ladders ? undefined : save.error}
      disabled={!may}
      onChange={setConfig}
    />
  );
  return (
    <Flex vertical gap="middle">
      {/* Above whatever of it is folded away. */}
      {ladders && save.error ? <ProblemAlert error={save.error} /> : null}
      {ladders ? <Ladders ladders={ladders} disabled={!may} onChange={(tiers) => setConfig({ ...(config as object), tiers })} /> : null}
      {ladders ? <Collapse items={[{ key: 'more', label: t('tiers.more'), children: form }]} /> : form}
      {may ? (
        <>
          <Backtest binding={binding.id} config={config} />
          <Form.Item label={t('reason')} htmlFor="reason" required layout="vertical" extra={t('reason_hint')}>
            <Input id="reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          </Form.Item>
          <div>
            <Button type="primary" disabled={reason.trim() === ''} loading={save.isPending} onClick={store}>
              {common('actions.save')}
            </Button>
          </div>
        </>
      ) : null}
    </Flex>
  );
}
