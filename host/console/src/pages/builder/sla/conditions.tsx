import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';
import { Field } from '../common/faults';
import { useChoices } from '../common/pickers';

type Selection = Schemas['Selection'];

/** No condition: every ticket. */
export const EVERY: Selection = { kinds: [], queues: [], priorities: [], member_levels: [], channels: [], problem_types: [] };

/** Which tickets a policy is for; what is left empty is no condition. */
export function EditConditions({ value, onChange }: { value: Selection; onChange: (value: Selection) => void }) {
  const { t } = useTranslation('builder');
  const say = useValue();
  const queues = useChoices('queue');
  const customers = api.useQuery('get', '/api/v1/tickets', { params: { query: { limit: 100 } } }, { staleTime: 300_000 });
  const seen = (pick: (ticket: Schemas['TicketRow']) => string | null | undefined) =>
    [...new Set((customers.data?.items ?? []).map(pick).filter((one) => one != null))].map((one) => ({ value: one, label: one }));
  const common = { mode: 'multiple', optionFilterProp: 'label', placeholder: t('sla.any'), style: { width: '100%' } } as const;
  return (
    <>
      <Field label={t('sla.kinds')} at="/applies_to/kinds">
        <Select {...common} value={value.kinds ?? []} options={values.TicketKind.map((one) => ({ value: one, label: say('TicketKind', one) }))} onChange={(kinds) => onChange({ ...value, kinds })} />
      </Field>
      <Field label={t('sla.queues')} at="/applies_to/queues">
        <Select {...common} value={value.queues ?? []} options={queues} onChange={(chosen) => onChange({ ...value, queues: chosen })} />
      </Field>
      <Field label={t('sla.priorities')} at="/applies_to/priorities">
        <Select {...common} value={value.priorities ?? []} options={values.Priority.map((one) => ({ value: one, label: say('Priority', one) }))} onChange={(priorities) => onChange({ ...value, priorities })} />
      </Field>
      <Field label={t('sla.member_levels')} at="/applies_to/member_levels" hint={t('sla.typed')}>
        <Select {...common} mode="tags" value={value.member_levels ?? []} onChange={(member_levels) => onChange({ ...value, member_levels })} />
      </Field>
      <Field label={t('sla.channels')} at="/applies_to/channels" hint={t('sla.typed')}>
        <Select {...common} mode="tags" value={value.channels ?? []} options={seen((ticket) => ticket.channel)} onChange={(channels) => onChange({ ...value, channels })} />
      </Field>
      <Field label={t('sla.problem_types')} at="/applies_to/problem_types" hint={t('sla.typed')}>
        <Select {...common} mode="tags" value={value.problem_types ?? []} options={seen((ticket) => ticket.problem_type)} onChange={(problem_types) => onChange({ ...value, problem_types })} />
      </Field>
    </>
  );
}
