import { Select, type SelectProps } from 'antd';
import { api } from '../../../api/client';
import { useMay } from '../../../app/me';

type Picker = Omit<SelectProps<string | null>, 'options' | 'loading'> & { of: 'queue' | 'person' | 'role' | 'department' };

/** Queues, people, roles and departments as options; people by id, the others by the name that rules use. */
export function useChoices(of: Picker['of']) {
  const may = useMay();
  const queues = api.useQuery('get', '/api/v1/queues', undefined, { enabled: of === 'queue', staleTime: 30_000 });
  const people = api.useQuery('get', '/api/v1/users', undefined, { enabled: of === 'person', staleTime: 30_000 });
  const roles = api.useQuery('get', '/api/v1/roles', undefined, { enabled: of === 'role' && may('admin:read'), staleTime: 30_000, retry: false });
  const departments = api.useQuery('get', '/api/v1/departments', undefined, { enabled: of === 'department', staleTime: 30_000, retry: false });
  switch (of) {
    case 'queue':
      return (queues.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name === key ? name : `${name} (${key})` }));
    case 'person':
      return (people.data?.items ?? []).map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
    case 'role':
      return (roles.data?.items ?? []).map(({ name, description }) => ({ value: name, label: description ? `${name} (${description})` : name }));
    case 'department':
      return (departments.data?.items ?? []).map(({ name }) => ({ value: name, label: name }));
  }
}

/** Picks a queue, a person, a role or a department; a value that is not on the list stays as it is. */
export function Pick({ of, ...rest }: Picker) {
  const choices = useChoices(of);
  return <Select<string | null> showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }} {...rest} options={choices} />;
}
