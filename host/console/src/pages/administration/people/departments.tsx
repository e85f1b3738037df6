import { Button, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { useNames } from '../../../parts/people/name';
import { usePersonOptions } from '../../../parts/people/options';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';
import { below, tree } from './tree';

type Department = Schemas['Department'];
const PATH = '/api/v1/departments';

/** Departments within departments, and who leads them; workflows and routing name people by them. */
export function Departments() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const may = useMay();
  const names = useNames();
  const departments = api.useQuery('get', PATH);
  const users = api.useQuery('get', '/api/v1/users');
  const remove = api.useMutation('delete', '/api/v1/departments/{id}');
  const changed = useChanged(PATH);
  const [open, setOpen] = useState<Department | 'new' | null>(null);
  const all = departments.data?.items ?? [];
  const people = (id: string) => users.data?.items.filter((user) => user.departments?.includes(all.find((one) => one.id === id)?.name ?? '')).length ?? 0;
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}>{t('departments.add')}</Button> : null}
      <Rows
        query={{ ...departments, data: departments.data ? { items: tree(all) } : undefined }}
        rowKey="id"
        empty={t('departments.empty')}
        expandable={{ defaultExpandAllRows: true }}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('departments.lead'), render: (_, { lead }) => (lead ? names(lead) : '–') },
          { title: t('departments.people'), align: 'right', render: (_, { id }) => people(id) },
          {
            title: t('actions'),
            render: (_, one) =>
              may('admin:write') ? (
                <Flex gap="small">
                  <Button size="small" onClick={() => setOpen(all.find(({ id }) => id === one.id) ?? null)}>{common('actions.edit')}</Button>
                  <Remove name={one.name} onRemove={() => remove.mutate({ params: { path: { id: one.id }, header: ifMatch(one.version) } }, changed)} />
                </Flex>
              ) : null,
          },
        ]}
      />
      {open ? <DepartmentDialog department={open === 'new' ? null : open} all={all} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function DepartmentDialog({ department, all, onClose }: { department: Department | null; all: Department[]; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const people = usePersonOptions();
  const add = api.useMutation('post', PATH);
  const patch = api.useMutation('patch', '/api/v1/departments/{id}');
  const { onSuccess } = useChanged(PATH, onClose);
  const save = ({ name, parent = null, lead = null }: Schemas['NewDepartment']) => {
    const body = { name, parent, lead };
    if (department) patch.mutate({ params: { path: { id: department.id }, header: ifMatch(department.version) }, body }, { onSuccess });
    else add.mutate({ body }, { onSuccess });
  };
  // A department within itself would be a circle.
  const inside = department ? below(all, department.id) : new Set<string>();
  return (
    <Dialog<Schemas['NewDepartment']> title={department?.name ?? t('departments.add')} start={department ?? {}} error={add.error ?? patch.error} busy={add.isPending || patch.isPending} onSave={save} onClose={onClose}>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="parent" label={t('departments.parent')}><Select allowClear options={all.filter(({ id }) => !inside.has(id)).map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <Form.Item name="lead" label={t('departments.lead')} extra={t('departments.lead_help')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={people} /></Form.Item>
    </Dialog>
  );
}
