import { Button, Card, Collapse, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { useTell } from '../../../../parts/problem';
import { Grants } from '../grants/grants';
import { LimitsTable } from '../guardrails/table';
import { SignOff } from '../golden/sign_off';
import { useReread } from '../reread';
import { SettingsForm } from '../settings_form';
import { Timetable } from '../timetable/timetable';
import { asked, changed, type Draft } from './draft';
import { ModeChoice } from './mode_choice';
import { What } from './what';

/** A new rule, from what it decides to what watches it. */
export function Maker({ start, plugins, bindings }: { start: Draft; plugins: Schemas['Plugin'][]; bindings: Schemas['BindingWithPlugin'][] }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const { done } = useTell();
  const navigate = useNavigate();
  const reread = useReread();
  const [draft, setDraft] = useState(start);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const make = api.useMutation('post', '/api/v1/bindings', {
    onSuccess: async ({ id }) => {
      done(t('bindings.create.made'));
      await reread();
      await navigate(`/rules/bindings/${id}`);
    },
  });
  const send = (signed?: string) => make.mutate({ body: { ...asked(draft), ...(signed ? { sign_off: signed } : {}) } });
  const plugin = plugins.find(({ id }) => id === draft.plugin);
  const asks = plugin?.asks ?? [];
  const more = [
    {
      key: 'guard',
      label: t('bindings.tab.guardrails'),
      children: <LimitsTable hook={draft.hook} limits={draft.guardrails} health={null} disabled={false} onChange={(guardrails) => set({ guardrails })} />,
    },
    ...(asks.length > 0 ? [{ key: 'grants', label: t('bindings.tab.grants'), children: <Grants asks={asks} granted={draft.grants ?? asks} onChange={(grants) => set({ grants: grants.length === asks.length ? null : grants })} /> }] : []),
  ];
  return (
    <Flex vertical gap="middle">
      <Card size="small" title={<h2 className="h">{t('bindings.create.what')}</h2>}>
        <What draft={draft} plugins={plugins} onChange={(change) => setDraft(changed(draft, change, bindings, plugins))} />
      </Card>
      <Card size="small" title={<h2 className="h">{t('bindings.create.how')}</h2>}>
        <ModeChoice draft={draft} bindings={bindings} onChange={set} />
      </Card>
      {draft.hook === 'schedule' ? (
        <Card size="small" title={<h2 className="h">{t('bindings.tab.timetable')}</h2>}>
          <Timetable value={draft.timetable} onChange={(timetable) => set({ timetable })} />
        </Card>
      ) : null}
      <Card size="small" title={<h2 className="h">{t('settings')}</h2>}>
        {plugin ? <SettingsForm key={`${plugin.id} ${draft.hook}`} plugin={plugin.name} schema={plugin.config_schema as object} value={draft.config} disabled={false} onChange={(config) => set({ config })} /> : null}
      </Card>
      <Collapse items={more} />
      <Flex gap="middle" wrap>
        <Form.Item layout="vertical" label={t('bindings.create.key')} htmlFor="new-key" extra={t('bindings.create.key_hint')} style={{ margin: 0, flex: '1 1 260px', maxWidth: 420 }}>
          <Input id="new-key" value={draft.key} maxLength={64} placeholder={plugin?.name} onChange={({ target }) => set({ key: target.value })} />
        </Form.Item>
        <Form.Item layout="vertical" label={t('reason')} htmlFor="new-reason" style={{ margin: 0, flex: '1 1 260px', maxWidth: 420 }}>
          <Input id="new-reason" value={draft.reason} maxLength={500} placeholder={common('optional')} onChange={({ target }) => set({ reason: target.value })} />
        </Form.Item>
      </Flex>
      <SignOff error={make.error} busy={make.isPending} onSign={send} />
      <Flex gap="small">
        <Button type="primary" loading={make.isPending} onClick={() => send()}>
          {t(`bindings.create.start.${draft.mode}`)}
        </Button>
        <Button onClick={() => void navigate(-1)}>{common('actions.cancel')}</Button>
      </Flex>
    </Flex>
  );
}
