import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';
import { Pick } from '../common/pickers';

type Action = Schemas['Action'];
const DOES = ['remind_owner', 'tell_role', 'tell_queue_lead', 'raise_priority', 'emit'] as const;

function begin(does: Action['do']): Action {
  switch (does) {
    case 'raise_priority':
      return { do: does, to: 'high' };
    case 'tell_role':
      return { do: does, role: 'supervisor', by: 'popup' };
    case 'tell_queue_lead':
      return { do: does, by: 'popup' };
    case 'emit':
      return { do: does, event: 'sla.missed' };
    case 'remind_owner':
      return { do: does };
  }
}

/** One thing that an escalation does: who is told and how, or what is changed. */
export function ActionRow({ value, onChange }: { value: Action; onChange: (value: Action) => void }) {
  const { t } = useTranslation('builder');
  const say = useValue();
  const by = (now: Schemas['Channel'], set: (by: Schemas['Channel']) => void) => (
    <Select aria-label={t('sla.by')} style={{ width: 120 }} value={now} options={values.Channel.map((one) => ({ value: one, label: say('Channel', one) }))} onChange={set} />
  );
  return (
    <>
      <Select<Action['do']>
        aria-label={t('sla.does')}
        style={{ width: 170 }}
        value={value.do}
        options={DOES.map((one) => ({ value: one, label: t(`sla.do.${one}`) }))}
        onChange={(does) => onChange(begin(does))}
      />
      {value.do === 'tell_role' ? (
        <>
          <Pick of="role" aria-label={t('sla.role')} style={{ width: 200 }} value={value.role} onChange={(role) => onChange({ ...value, role: role ?? '' })} />
          {by(value.by, (how) => onChange({ ...value, by: how }))}
        </>
      ) : null}
      {value.do === 'tell_queue_lead' ? by(value.by, (how) => onChange({ ...value, by: how })) : null}
      {value.do === 'raise_priority' ? (
        <Select aria-label={t('sla.to')} style={{ width: 120 }} value={value.to} options={values.Priority.map((one) => ({ value: one, label: say('Priority', one) }))} onChange={(to) => onChange({ ...value, to })} />
      ) : null}
      {value.do === 'emit' ? <Input aria-label={t('sla.event')} style={{ width: 200 }} value={value.event} onChange={(event) => onChange({ ...value, event: event.target.value })} /> : null}
    </>
  );
}
