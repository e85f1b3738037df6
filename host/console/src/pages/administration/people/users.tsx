import { Button, Flex, Form, Input, InputNumber, Select, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { usePersonOptions } from '../../../parts/people/options';
import { useQueueName, useRoleName } from '../../../parts/people/people';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Rows } from '../common/rows';
import { PasswordDialog } from './password';

type User = Schemas['User'];

/** Who works here, with which roles, and who stands in for them. */
export function Users() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const may = useMay();
  const users = api.useQuery('get', '/api/v1/users');
  const [role, queue] = [useRoleName(), useQueueName()];
  const [open, setOpen] = useState<User | 'new' | null>(null);
  const [secret, setSecret] = useState<User | null>(null);
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}>{t('users.add')}</Button> : null}
      <Rows
        query={users}
        rowKey="id"
        empty={t('users.empty')}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('users.email'), dataIndex: 'email' },
          { title: t('users.roles'), dataIndex: 'roles', render: (roles: string[]) => roles.map((one) => <Tag key={one}>{role(one)}</Tag>) },
          { title: t('users.queues'), dataIndex: 'queues', render: (queues: string[]) => queues.map(queue).join('、') },
          { title: t('users.state'), render: (_, user) => t(user.disabled ? 'users.disabled' : user.available ? 'users.available' : 'users.away') },
          { title: t('actions'), render: (_, user) => (may('admin:write') ? <Flex gap="small"><Button size="small" onClick={() => setOpen(user)}>{common('actions.edit')}</Button><Button size="small" onClick={() => setSecret(user)}>{t('users.set_password')}</Button></Flex> : null) },
        ]}
      />
      {open ? <UserDialog user={open === 'new' ? null : open} onClose={() => setOpen(null)} onAdded={setSecret} /> : null}
      {secret ? <PasswordDialog user={secret} onClose={() => setSecret(null)} /> : null}
    </>
  );
}

function UserDialog({ user, onClose, onAdded }: { user: User | null; onClose: () => void; onAdded: (user: User) => void }) {
  const { t } = useTranslation('administration');
  const changed = useChanged('/api/v1/users', onClose);
  const role = useRoleName();
  const people = usePersonOptions();
  const roles = api.useQuery('get', '/api/v1/roles');
  const queues = api.useQuery('get', '/api/v1/queues');
  const departments = api.useQuery('get', '/api/v1/departments');
  const add = api.useMutation('post', '/api/v1/users');
  const patch = api.useMutation('patch', '/api/v1/users/{id}');
  const save = ({ email, disabled, ...rest }: Schemas['NewUser'] & { disabled?: boolean }) => {
    const deputy = rest.deputy ?? null;
    if (user) patch.mutate({ params: { path: { id: user.id }, header: ifMatch(user.version) }, body: { ...rest, deputy, disabled } }, { onSuccess: changed.onSuccess });
    else add.mutate({ body: { ...rest, deputy, email } }, {
      onSuccess: (added) => {
        changed.onSuccess();
        // Who is new has nothing to sign in with yet.
        onAdded(added);
      },
    });
  };
  const many = (name: string, options: { value: string; label: string }[] | undefined) => (
    <Form.Item name={name} label={t(`users.${name}`)} extra={t(`users.${name}_help`)}>
      <Select mode={options ? 'multiple' : 'tags'} {...(options ? { options, showSearch: { optionFilterProp: 'label' } } : {})} />
    </Form.Item>
  );
  return (
    <Dialog<Schemas['NewUser'] & { disabled?: boolean }> title={user?.name ?? t('users.add')} start={user ?? { available: true, capacity: 0, roles: ['agent'], queues: [], skills: [], departments: [] }} error={add.error ?? patch.error} busy={add.isPending || patch.isPending} onSave={save} onClose={onClose}>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input /></Form.Item>
      <Form.Item name="email" label={t('users.email')} rules={[{ required: true }]}><Input disabled={user !== null} /></Form.Item>
      {many('roles', roles.data?.items.map(({ name }) => ({ value: name, label: role(name) })) ?? [])}
      {many('queues', queues.data?.items.map(({ key, name }) => ({ value: key, label: name })) ?? [])}
      {many('skills', undefined)}
      {many('departments', departments.data?.items.map(({ name }) => ({ value: name, label: name })) ?? [])}
      <Form.Item name="deputy" label={t('users.deputy')} extra={t('users.deputy_help')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={people.filter(({ value }) => value !== user?.id)} />
      </Form.Item>
      <Form.Item name="capacity" label={t('users.capacity')} extra={t('users.capacity_help')}><InputNumber min={0} /></Form.Item>
      <Form.Item name="available" label={t('users.available')} valuePropName="checked"><Switch /></Form.Item>
      {user ? <Form.Item name="disabled" label={t('users.disabled')} extra={t('users.disabled_help')} valuePropName="checked"><Switch /></Form.Item> : null}
    </Dialog>
  );
}
