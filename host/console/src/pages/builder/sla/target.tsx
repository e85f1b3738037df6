import { Flex, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';
import { DurationInput } from '../common/duration_input';
import { FaultText, Field } from '../common/faults';
import { GoalInput } from './goal';
import { EditSteps } from './steps';

type Target = Schemas['Target'];

/** One promise: what, within which time, by which clock, and what is done as it runs out. */
export function EditTarget({ value, at, onChange }: { value: Target; at: string; onChange: (value: Target) => void }) {
  const { t } = useTranslation('builder');
  const say = useValue();
  const limits = value.limit_seconds_by_priority ?? {};
  const others = values.Priority.filter((one) => limits[one] == null);
  return (
    <>
      <GoalInput value={value.goal} at={`${at}/goal`} onChange={(goal) => onChange({ ...value, goal })} />
      <Field label={t('sla.limit')} at={`${at}/limit_seconds`} required>
        <DurationInput label={t('sla.limit')} value={value.limit_seconds} onChange={(limit_seconds) => onChange({ ...value, limit_seconds })} />
      </Field>
      <Field label={t('sla.by_priority')} hint={t('sla.by_priority_hint')}>
        <Select<Schemas['Priority'][]>
          mode="multiple"
          value={values.Priority.filter((one) => limits[one] != null)}
          options={values.Priority.map((one) => ({ value: one, label: say('Priority', one) }))}
          onChange={(chosen) => onChange({ ...value, limit_seconds_by_priority: Object.fromEntries(chosen.map((one) => [one, limits[one] ?? value.limit_seconds])) })}
        />
      </Field>
      {others.length < values.Priority.length ? (
        <Flex gap="middle" wrap>
          {values.Priority.filter((one) => limits[one] != null).map((one) => (
            <Field key={one} label={say('Priority', one)} at={`${at}/limit_seconds_by_priority/${one}`}>
              <DurationInput label={say('Priority', one)} value={limits[one] ?? 0} onChange={(seconds) => onChange({ ...value, limit_seconds_by_priority: { ...limits, [one]: seconds } })} />
            </Field>
          ))}
        </Flex>
      ) : null}
      <Field label={t('sla.hours')} at={`${at}/hours`}>
        <Radio.Group
          value={value.hours ?? 'calendar'}
          options={values.Hours.map((one) => ({ value: one, label: say('Hours', one) }))}
          onChange={(event) => onChange({ ...value, hours: event.target.value as Schemas['Hours'] })}
        />
      </Field>
      <Field label={t('sla.pause')} at={`${at}/pause_in`} hint={t('sla.pause_hint')}>
        <Select<Schemas['CaseStatus'][]>
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={value.pause_in ?? ['awaiting_customer']}
          options={values.CaseStatus.map((one) => ({ value: one, label: say('CaseStatus', one) }))}
          onChange={(pause_in) => onChange({ ...value, pause_in })}
        />
      </Field>
      <FaultText at={`${at}/steps`} />
      <EditSteps value={value.steps ?? []} at={`${at}/steps`} onChange={(steps) => onChange({ ...value, steps })} />
    </>
  );
}
