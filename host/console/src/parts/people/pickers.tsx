import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { usePersonOptions, useQueueOptions } from './options';
import { useQueues, useRoleName, useRoles } from './people';

/** What a form hands to its field. */
interface Chosen {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  label: string;
}

/** Roles that every shop begins with, for those who may not read the list. */
const ROLES = ['agent', 'supervisor', 'director', 'warehouse', 'finance', 'risk'];

function Choice({ id, value, onChange, label, options }: Chosen & { options: { value?: string; label: string; options?: { value: string; label: string }[] }[] }) {
  return (
    <Select<string>
      {...(id ? { id } : {})}
      allowClear
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      value={value ?? null}
      options={options}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}

/** Finds a colleague by name. */
export function PersonPicker(props: Chosen) {
  return <Choice {...props} options={usePersonOptions()} />;
}

/** Finds a queue by name. */
export function QueuePicker(props: Chosen) {
  return <Choice {...props} options={useQueueOptions()} />;
}

/** Finds whoever can hold a task: a person, a role, a department or a queue, as the API names them. */
export function PartyPicker(props: Chosen) {
  const { t } = useTranslation();
  const [people, roles, queues, roleName] = [usePersonOptions(), useRoles(), useQueues(), useRoleName()];
  const departments = api.useQuery('get', '/api/v1/departments', {}, { staleTime: 60_000 }).data?.items ?? [];
  const groups = [
    { label: t('person.people'), options: people.map(({ value, label }) => ({ value: `person:${value}`, label })) },
    { label: t('person.roles'), options: (roles?.map(({ name }) => name) ?? ROLES).map((name) => ({ value: `role:${name}`, label: roleName(name) })) },
    { label: t('person.departments'), options: departments.map(({ name }) => ({ value: `department:${name}`, label: name })) },
    { label: t('person.queues'), options: queues?.map(({ key, name }) => ({ value: `queue:${key}`, label: name })) ?? [] },
  ];
  return <Choice {...props} options={groups.filter(({ options }) => options.length > 0)} />;
}
