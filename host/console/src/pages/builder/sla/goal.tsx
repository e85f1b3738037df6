import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';
import { Field } from '../common/faults';
import { Pick } from '../common/pickers';

type Goal = Schemas['Goal'];

/** What can be promised. */
export const GOALS = ['acceptance', 'first_response', 'next_response', 'resolution', 'case', 'reach', 'queue', 'node'] as const;

function begin(type: Goal['type']): Goal {
  switch (type) {
    case 'case':
      return { type, case: ['first_review'] };
    case 'reach':
      return { type, case: ['settling'] };
    case 'node':
      return { type, node: '' };
    case 'queue':
      return { type, queue: 'default' };
    default:
      return { type };
  }
}

/** The goal of a promise in words. */
export function useGoal(): (goal: Goal) => string {
  const { t } = useTranslation('builder');
  const say = useValue();
  return (goal) => {
    const of = 'case' in goal ? goal.case.map((one) => say('CaseStatus', one)).join(' / ') : 'queue' in goal ? goal.queue : 'node' in goal ? goal.node : '';
    return of ? t('sla.goal_of', { goal: t(`sla.goal.${goal.type}`), of }) : t(`sla.goal.${goal.type}`);
  };
}

/** Picks what has to happen, and where. */
export function GoalInput({ value, at, onChange }: { value: Goal; at: string; onChange: (value: Goal) => void }) {
  const { t } = useTranslation('builder');
  const say = useValue();
  return (
    <>
      <Field label={t('sla.what_has_to')} at={at} required>
        <Select<Goal['type']> value={value.type} options={GOALS.map((one) => ({ value: one, label: t(`sla.goal.${one}`) }))} onChange={(type) => onChange(begin(type))} />
      </Field>
      {'case' in value ? (
        <Field label={t('sla.stages')} at={`${at}/case`} required>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={value.case}
            options={values.CaseStatus.map((one) => ({ value: one, label: say('CaseStatus', one) }))}
            onChange={(stages) => onChange({ ...value, case: stages })}
          />
        </Field>
      ) : null}
      {'queue' in value ? (
        <Field label={t('sla.queue')} at={`${at}/queue`} required>
          <Pick of="queue" value={value.queue} onChange={(queue) => onChange({ ...value, queue: queue ?? '' })} />
        </Field>
      ) : null}
      {'node' in value ? (
        <Field label={t('sla.node')} at={`${at}/node`} required hint={t('sla.node_hint')}>
          <Input value={value.node} onChange={(event) => onChange({ ...value, node: event.target.value })} />
        </Field>
      ) : null}
    </>
  );
}
