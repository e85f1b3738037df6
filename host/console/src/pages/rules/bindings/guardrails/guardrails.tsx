import { Alert, Button, Flex, Form, Input, InputNumber, Spin, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { useEdit } from '../edit';
import { Overtaken } from '../overtaken';
import { useReread } from '../reread';
import type { Guardrails as Limits } from './limits';
import { LimitsTable } from './table';

/** What takes a rule back by itself, beside what it does at present. */
export function Guardrails({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const may = useMay()('binding:write');
  const { done } = useTell();
  const reread = useReread();
  const edit = useEdit<Limits>(binding.guardrails ?? {}, binding.version);
  const { value: limits, set: setLimits } = edit;
  const [reason, setReason] = useState('');
  const health = api.useQuery('get', '/api/v1/bindings/{id}/health', { params: { path: { id: binding.id } } }, { refetchInterval: 30_000 });
  const save = api.useMutation('patch', '/api/v1/bindings/{id}', {
    onSuccess: async ({ version }) => {
      done();
      edit.saved(version);
      await reread();
      edit.drop();
      setReason('');
    },
    onError: reread,
  });
  if (health.error) return <ProblemAlert error={health.error} retry={() => void health.refetch()} />;
  if (!health.data) return <Spin />;
  const { calls, faults, since, breach } = health.data;
  const shadow = binding.mode === 'shadow';
  const store = () => save.mutate({ params: { path: { id: binding.id }, header: ifMatch(edit.of) }, body: { guardrails: limits, reason: reason.trim() || null } });
  return (
    <Flex vertical gap="middle">
      <Typography.Text type="secondary">{t(binding.mode === 'active' ? 'bindings.guard.what_active' : 'bindings.guard.what_candidate')}</Typography.Text>
      {breach ? <Alert type="error" showIcon role="alert" title={t('bindings.guard.breach')} description={breach} /> : null}
      {!breach && calls > 0 ? <Alert type="success" showIcon title={t('bindings.guard.well')} /> : null}
      {shadow ? <Alert type="info" showIcon title={t('bindings.guard.shadow')} /> : null}
      <span>
        {t('bindings.guard.calls', { count: calls, faults })} {t('bindings.guard.since')} <Moment at={since} />
      </span>
      <Overtaken edit={edit} />
      <LimitsTable hook={binding.hook} limits={limits} health={health.data} disabled={!may} onChange={setLimits} />
      <Flex gap="middle" wrap>
        <Form.Item label={t('bindings.guard.window')} htmlFor="guard-window" extra={t('bindings.guard.window_hint')} layout="vertical" style={{ margin: 0 }}>
          <InputNumber id="guard-window" min={1} max={1440} precision={0} disabled={!may} value={limits.window_minutes ?? 60} onChange={(minutes) => setLimits({ ...limits, window_minutes: minutes ?? 60 })} suffix={t('bindings.guard.minutes')} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item label={t('bindings.guard.min_calls')} htmlFor="guard-min" extra={t('bindings.guard.min_calls_hint')} layout="vertical" style={{ margin: 0 }}>
          <InputNumber id="guard-min" min={0} precision={0} disabled={!may} value={limits.min_calls ?? 20} onChange={(least) => setLimits({ ...limits, min_calls: least ?? 20 })} style={{ width: 180 }} />
        </Form.Item>
      </Flex>
      {may ? (
        <>
          {save.error && !edit.overtaken ? <ProblemAlert error={save.error} /> : null}
          <Flex gap="small" wrap align="end">
            <Form.Item label={t('reason')} htmlFor="guard-reason" layout="vertical" style={{ margin: 0, flex: '1 1 240px', maxWidth: 480 }}>
              <Input id="guard-reason" value={reason} maxLength={500} placeholder={common('optional')} onChange={({ target }) => setReason(target.value)} />
            </Form.Item>
            <Button type="primary" disabled={edit.overtaken} loading={save.isPending} onClick={store}>
              {t('bindings.guard.save')}
            </Button>
          </Flex>
        </>
      ) : null}
    </Flex>
  );
}
