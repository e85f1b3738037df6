import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Collapse, Flex, Input, InputNumber, Select, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { faults } from '../../../api/problem';
import { useTell } from '../../../parts/problem';
import { useDuration } from '../common/duration_input';
import { Editor } from '../common/editor';
import { FaultText, Field } from '../common/faults';
import { freeKey } from '../common/key_hint';
import { EditConditions, EVERY } from './conditions';
import { useGoal } from './goal';
import { EditTarget } from './target';

type Draft = Schemas['PolicyDraft'];

/** A service level policy: for which tickets, by which calendar, and its promises with their escalation. */
export function EditPolicy({ from, calendars, order, readOnly, onClose }: { from: Schemas['SlaPolicy'] | null; calendars: Schemas['BusinessHours'][]; order: number; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation('builder');
  const { done } = useTell();
  const queries = useQueryClient();
  const goal = useGoal();
  const duration = useDuration();
  const [draft, setDraft] = useState<Draft>(
    from
      ? { applies_to: from.applies_to, calendar: from.calendar, enabled: from.enabled, order: from.order, policy: from.policy }
      : { applies_to: EVERY, calendar: calendars[0]?.id ?? '', enabled: true, order, policy: { name: '', targets: [{ key: 'target_1', goal: { type: 'first_response' }, limit_seconds: 600, hours: 'calendar', steps: [] }] } },
  );
  const finish = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/sla-policies'] });
      done(t('effective'));
      onClose();
    },
  };
  const create = api.useMutation('post', '/api/v1/sla-policies', finish);
  const change = api.useMutation('put', '/api/v1/sla-policies/{id}', finish);
  const error = create.error ?? change.error;
  const { policy } = draft;
  const setTargets = (targets: Schemas['Target'][]) => setDraft({ ...draft, policy: { ...policy, targets } });
  const [open, setOpen] = useState<string[]>([]);
  const wrong = policy.targets.filter((_, at) => faults(error).some(({ pointer }) => pointer.startsWith(`/policy/targets/${at}/`))).map(({ key }) => key);
  return (
    <Editor
      wide
      readOnly={readOnly}
      title={from ? t('sla.edit', { name: from.policy.name }) : t('sla.add')}
      error={error}
      saving={create.isPending || change.isPending}
      onClose={onClose}
      onSave={() => {
        if (from) change.mutate({ params: { path: { id: from.id }, header: ifMatch(from.version) }, body: draft });
        else create.mutate({ body: draft });
      }}
    >
      <Field label={t('sla.name')} at="/policy/name" required>
        <Input value={policy.name} maxLength={100} onChange={(event) => setDraft({ ...draft, policy: { ...policy, name: event.target.value } })} />
      </Field>
      <Flex gap="large" wrap>
        <Field label={t('sla.calendar')} at="/calendar" hint={t('sla.calendar_hint')} required>
          <Select style={{ minWidth: 220 }} value={draft.calendar} options={calendars.map(({ id, calendar }) => ({ value: id, label: calendar.name }))} onChange={(calendar) => setDraft({ ...draft, calendar })} />
        </Field>
        <Field label={t('sla.order')} at="/order" hint={t('sla.order_hint')}>
          <InputNumber precision={0} value={draft.order ?? 100} onChange={(next) => setDraft({ ...draft, order: next ?? 100 })} />
        </Field>
        <Field label={t('sla.enabled')} at="/enabled">
          <Switch checked={draft.enabled !== false} onChange={(enabled) => setDraft({ ...draft, enabled })} />
        </Field>
      </Flex>
      <Collapse style={{ marginBottom: 16 }} items={[{ key: 'for', label: t('sla.applies'), children: <EditConditions value={draft.applies_to ?? EVERY} onChange={(applies_to) => setDraft({ ...draft, applies_to })} /> }]} />
      <h2 className="h" style={{ marginBottom: 8 }}>{t('sla.targets')}</h2>
      <FaultText at="/policy/targets" />
      <Collapse
        // The bin beside the heading is a button of its own.
        collapsible="header"
        activeKey={[...new Set([...open, ...wrong])]}
        onChange={setOpen}
        items={policy.targets.map((target, at) => ({
          key: target.key,
          label: t('sla.within', { goal: goal(target.goal), time: duration(target.limit_seconds) }),
          extra: readOnly ? null : (
            <Button
              type="text"
              size="small"
              danger
              icon={<DeleteOutlined />}
              aria-label={t('sla.remove_target', { name: goal(target.goal) })}
              onClick={(event) => {
                event.stopPropagation();
                setTargets(policy.targets.filter((_, one) => one !== at));
              }}
            />
          ),
          children: <EditTarget value={target} at={`/policy/targets/${at}`} onChange={(next) => setTargets(policy.targets.map((old, one) => (one === at ? next : old)))} />,
        }))}
      />
      <Button
        icon={<PlusOutlined />}
        style={{ marginTop: 8 }}
        onClick={() => {
          const key = freeKey('target', policy.targets.map((target) => target.key));
          setTargets([...policy.targets, { key, goal: { type: 'next_response' }, limit_seconds: 1800, hours: 'calendar', steps: [] }]);
          setOpen([...open, key]);
        }}
      >
        {t('sla.add_target')}
      </Button>
    </Editor>
  );
}
