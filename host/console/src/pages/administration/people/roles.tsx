import { Button, Checkbox, Flex, Form, Input, InputNumber, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useMay } from '../../../app/me';
import { useValue } from '../../../words/use';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';

type Role = Schemas['Role'];

/** What each role may do, and which fields it does not see. */
export function Roles() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const say = useValue();
  const may = useMay();
  const roles = api.useQuery('get', '/api/v1/roles');
  const remove = api.useMutation('delete', '/api/v1/roles/{name}');
  const changed = useChanged('/api/v1/roles');
  const [open, setOpen] = useState<Role | 'new' | null>(null);
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}>{t('roles.add')}</Button> : null}
      <Rows
        query={roles}
        rowKey="name"
        empty={t('roles.empty')}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('roles.rank'), dataIndex: 'approval_rank' },
          { title: t('roles.permissions'), dataIndex: 'permissions', width: 600, render: (all: Role['permissions']) => <Flex wrap gap={4}>{all.map((one) => <Tag key={one}>{say('Permission', one)}</Tag>)}</Flex> },
          { title: t('roles.fields'), render: (_, role) => role.fields?.length ?? 0 },
          { title: t('actions'), render: (_, role) => may('admin:write') ? <Flex gap="small"><Button size="small" onClick={() => setOpen(role)}>{common('actions.edit')}</Button><Remove name={role.name} onRemove={() => remove.mutate({ params: { path: { name: role.name }, header: ifMatch(role.version ?? 0) } }, changed)} /></Flex> : null },
        ]}
      />
      {open ? <RoleDialog role={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function RoleDialog({ role, onClose }: { role: Role | null; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const say = useValue();
  const put = api.useMutation('put', '/api/v1/roles/{name}');
  const { onSuccess } = useChanged('/api/v1/roles', onClose);
  const save = ({ name, ...body }: Schemas['RoleBody'] & { name: string }) => put.mutate({ params: { path: { name }, header: role ? ifMatch(role.version ?? 0) : {} }, body }, { onSuccess });
  return (
    <Dialog<Schemas['RoleBody'] & { name: string }> title={role?.name ?? t('roles.add')} start={role ?? { permissions: [], fields: [], description: '' }} error={put.error} busy={put.isPending} onSave={save} onClose={onClose}>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input disabled={role !== null} /></Form.Item>
      <Form.Item name="description" label={t('roles.description')}><Input.TextArea maxLength={500} /></Form.Item>
      <Form.Item name="approval_rank" label={t('roles.rank')} extra={t('roles.rank_help')}><InputNumber min={0} /></Form.Item>
      <Form.Item name="permissions" label={t('roles.permissions')}><Checkbox.Group options={values.Permission.filter((one) => one !== 'operator').map((value) => ({ value, label: say('Permission', value) }))} /></Form.Item>
      <Form.List name="fields">
        {(rows, { add, remove }) => (
          <Flex vertical gap="small">
            <span>{t('roles.fields_help')}</span>
            {rows.map((row) => (
              <Flex key={row.key} gap="small">
                <Form.Item name={[row.name, 'resource']} noStyle><Select aria-label={t('roles.resource')} style={{ width: 120 }} options={values.Resource.map((value) => ({ value, label: say('Resource', value) }))} /></Form.Item>
                <Form.Item name={[row.name, 'field']} noStyle rules={[{ required: true }]}><Input aria-label={t('roles.field')} placeholder={t('roles.field')} /></Form.Item>
                <Form.Item name={[row.name, 'access']} noStyle><Select aria-label={t('roles.access')} style={{ width: 120 }} options={values.Access.map((value) => ({ value, label: say('Access', value) }))} /></Form.Item>
                <Button onClick={() => remove(row.name)}>{common('actions.delete')}</Button>
              </Flex>
            ))}
            <Button onClick={() => add({ resource: 'customers', field: '', access: 'masked' })}>{t('roles.add_field')}</Button>
          </Flex>
        )}
      </Form.List>
    </Dialog>
  );
}
