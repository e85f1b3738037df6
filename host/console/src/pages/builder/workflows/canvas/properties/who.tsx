import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../../api/client';
import type { Workflow } from '../edit';
import { Target } from './target';

type Who = Schemas['WorkflowWho'];
const SORTS = ['role', 'person', 'department', 'queue', 'owner', 'customer', 'doer_of', 'expression'] as const;
type Sort = (typeof SORTS)[number];

const sortOf = (who: Who): Sort => (typeof who === 'string' ? who : (SORTS.find((sort) => sort in who) ?? 'expression'));
const valueOf = (who: Who): string => (typeof who === 'string' ? '' : (Object.values(who)[0] ?? ''));

function whoOf(sort: Sort, value: string): Who {
  switch (sort) {
    case 'owner':
    case 'customer':
      return sort;
    case 'role':
      return { role: value };
    case 'person':
      return { person: value };
    case 'department':
      return { department: value };
    case 'queue':
      return { queue: value };
    case 'doer_of':
      return { doer_of: value };
    case 'expression':
      return { expression: value };
  }
}

/** Who does something or is told: people, groups, or the part that they play. */
export function WhoEditor({ label, workflow, value, onChange }: { label: string; workflow: Workflow; value: Who[]; onChange: (who: Who[]) => void }) {
  const { t } = useTranslation('workflows');
  const { t: common } = useTranslation();
  const { roles } = useGroups();
  return (
    <Flex vertical gap={4} role="group" aria-label={label}>
      {value.map((who, at) => {
        const sort = sortOf(who);
        return (
          <Flex key={at} gap={4}>
            <Select
              aria-label={t('who.sort')}
              style={{ width: 110, flex: 'none' }}
              value={sort}
              options={SORTS.map((one) => ({ value: one, label: t(`who.${one}`) }))}
              onChange={(next) => onChange(value.with(at, whoOf(next, next === 'role' ? (roles[0]?.value ?? '') : '')))}
            />
            <Value sort={sort} workflow={workflow} value={valueOf(who)} onChange={(next) => onChange(value.with(at, whoOf(sort, next)))} />
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${at + 1}`} onClick={() => onChange(value.toSpliced(at, 1))} />
          </Flex>
        );
      })}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...value, { role: roles[0]?.value ?? 'agent' }])}>
        {t('who.add')}
      </Button>
    </Flex>
  );
}

/** Roles, people, departments and queues to choose from. */
function useGroups() {
  const fresh = { staleTime: 60_000 };
  const roles = api.useQuery('get', '/api/v1/roles', undefined, fresh);
  const people = api.useQuery('get', '/api/v1/users', undefined, fresh);
  const departments = api.useQuery('get', '/api/v1/departments', undefined, fresh);
  const queues = api.useQuery('get', '/api/v1/queues', undefined, fresh);
  return {
    roles: (roles.data?.items ?? []).map(({ name }) => ({ value: name, label: name })),
    people: (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    departments: (departments.data?.items ?? []).map(({ name }) => ({ value: name, label: name })),
    queues: (queues.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name })),
  };
}

function Value({ sort, workflow, value, onChange }: { sort: Sort; workflow: Workflow; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('workflows');
  const { roles, people, departments, queues } = useGroups();
  if (sort === 'owner' || sort === 'customer') return <span style={{ flex: 1 }} />;
  if (sort === 'doer_of') return <Target bare label={t('who.doer_of')} workflow={workflow} value={value} onChange={onChange} />;
  if (sort === 'expression') return <Input aria-label={t('who.expression')} value={value} onChange={({ target }) => onChange(target.value)} />;
  const options = { role: roles, person: people, department: departments, queue: queues }[sort];
  const known = options.some((option) => option.value === value) || !value ? options : [{ value, label: value }, ...options];
  return <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t(`who.${sort}`)} style={{ flex: 1, minWidth: 0 }} value={value || null} options={known} onChange={(next) => onChange(next ?? '')} />;
}

/** A role by its name, such as the one that gets what nobody else can do. */
export function RoleSelect({ label, value, onChange }: { label: string; value: string | null | undefined; onChange: (role: string) => void }) {
  const { roles } = useGroups();
  return <Select allowClear aria-label={label} value={value || null} options={roles} onChange={(role) => onChange(role ?? '')} />;
}
