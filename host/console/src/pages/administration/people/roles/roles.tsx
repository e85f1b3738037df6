import { CheckOutlined } from '@ant-design/icons';
import { Button, Flex, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { useRoleName } from '../../../../parts/people/people';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import { useChanged } from '../../common/changed';
import { Remove } from '../../common/remove';
import { RoleDialog } from './dialog';
import { GROUPS } from './groups';

type Role = Schemas['Role'];

/** What each role may do: a column for each role, a row for each permission, and beneath them what a role does not see. */
export function Roles() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const [say, nameOf, may] = [useValue(), useRoleName(), useMay()];
  const roles = api.useQuery('get', '/api/v1/roles');
  const users = api.useQuery('get', '/api/v1/users');
  const remove = api.useMutation('delete', '/api/v1/roles/{name}');
  const changed = useChanged('/api/v1/roles');
  const [open, setOpen] = useState<Role | 'new' | null>(null);
  if (roles.error) return <ProblemAlert error={roles.error} retry={() => void roles.refetch()} />;
  const all = roles.data?.items ?? [];
  const told = [
    { key: 'people', label: t('roles.people'), cell: (role: Role) => users.data?.items.filter((user) => user.roles.includes(role.name)).length ?? 0 },
    { key: 'rank', label: t('roles.rank'), cell: (role: Role) => role.approval_rank ?? '–' },
    ...GROUPS.flatMap(({ key, permissions }) => [
      { key, label: t(`roles.group.${key}`), head: true, cell: () => null },
      ...permissions.map((one) => ({
        key: one,
        label: say('Permission', one),
        cell: (role: Role) => (role.permissions.includes(one) ? <CheckOutlined aria-label={t('roles.yes')} /> : null),
      })),
    ]),
    {
      key: 'fields',
      label: t('roles.fields'),
      cell: (role: Role) => role.fields?.map(({ resource, field, access }) => <div key={`${resource}.${field}`}>{t('roles.field_rule', { resource: say('Resource', resource), field: t(`roles.of.${resource}.${field}`, { defaultValue: field }), access: say('Access', access) })}</div>) ?? null,
    },
  ];
  // In a row and not in the heading: antd measures columns with a hidden copy of the heading, which the keyboard would reach.
  const acts = (role: Role) => (
    <Flex vertical gap={4} align="center">
      <Button size="small" aria-label={t('roles.edit', { name: nameOf(role.name) })} onClick={() => setOpen(role)}>
        {common('actions.edit')}
      </Button>
      <Remove name={nameOf(role.name)} onRemove={() => remove.mutate({ params: { path: { name: role.name }, header: ifMatch(role.version ?? 0) } }, changed)} />
    </Flex>
  );
  const rows = [...(may('admin:write') ? [{ key: 'acts', label: t('actions'), cell: acts }] : []), ...told];
  return (
    <>
      {may('admin:write') ? (
        <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}>
          {t('roles.add')}
        </Button>
      ) : null}
      <Table
        size="small"
        bordered
        pagination={false}
        scroll={{ x: 'max-content' }}
        loading={roles.isPending}
        dataSource={rows}
        rowKey="key"
        columns={[
          { key: 'permission', title: t('roles.permissions'), fixed: 'left', width: 220, render: (_, { label, ...row }) => ('head' in row ? <b>{label}</b> : label) },
          ...all.map((role) => ({ key: role.name, title: <span title={role.description}>{nameOf(role.name)}</span>, align: 'center' as const, render: (_: unknown, { cell }: (typeof rows)[number]) => cell(role) })),
        ]}
      />
      {open ? <RoleDialog role={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
