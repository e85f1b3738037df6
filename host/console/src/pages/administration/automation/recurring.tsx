import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { crontab } from '../../../parts/often/crontab';
import { OftenField, useOften } from '../../../parts/often/often_field';
import { useRoleName } from '../../../parts/people/people';
import { hereZone } from '../../../parts/zone';
import { ZoneSelect } from '../../../parts/zone_select';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';

const PATH = '/api/v1/recurring-jobs';

interface Typed {
  name: string;
  cron: string;
  zone: string;
  role: string;
}

/** Work that comes back by the clock: the list of what is overdue, told to a role. */
export function Recurring() {
  const { t } = useTranslation('administration');
  const may = useMay();
  const jobs = api.useQuery('get', PATH);
  const remove = api.useMutation('delete', '/api/v1/recurring-jobs/{id}');
  const changed = useChanged(PATH);
  const [open, setOpen] = useState(false);
  const often = useOften();
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen(true)}>{t('recurring.add')}</Button> : null}
      <Rows
        query={jobs}
        rowKey="id"
        empty={t('recurring.empty')}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('recurring.when'), render: (_, { cron, zone }) => <span title={cron}>{`${often(cron)} · ${zone}`}</span> },
          { title: t('recurring.next'), render: (_, { due_at: at }) => <Moment at={at} /> },
          { title: t('recurring.before'), render: (_, { previous_at: at }) => (at ? <Moment at={at} /> : '–') },
          { title: t('recurring.state'), render: (_, { failures, last_error: why }) => (failures > 0 ? <Alert type="error" showIcon title={t('recurring.failed', { count: failures })} description={why} /> : t('recurring.fine')) },
          { title: t('actions'), render: (_, { id, name }) => (may('admin:write') ? <Remove name={name} onRemove={() => remove.mutate({ params: { path: { id } } }, changed)} /> : null) },
        ]}
      />
      {open ? <JobDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function JobDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('administration');
  const role = useRoleName();
  const roles = api.useQuery('get', '/api/v1/roles');
  const add = api.useMutation('post', PATH);
  const { onSuccess } = useChanged(PATH, onClose);
  const save = ({ name, cron, zone, role: to }: Typed) => {
    const spec: object = { role: to };
    const body: Schemas['NewRecurring'] = { name, kind: 'overdue_digest', cron, zone, spec: spec as Record<string, never> };
    add.mutate({ body }, { onSuccess });
  };
  return (
    <Dialog<Typed>
      title={t('recurring.add')}
      start={{ cron: crontab('workdays', '09:00'), zone: hereZone(), role: 'supervisor' }}
      error={add.error}
      busy={add.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} extra={t('recurring.what')} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="role" label={t('recurring.to')} rules={[{ required: true }]}><Select options={roles.data?.items.map(({ name }) => ({ value: name, label: role(name) }))} /></Form.Item>
      <Form.Item name="cron" label={t('recurring.when')} rules={[{ required: true }]}><OftenField /></Form.Item>
      <Form.Item name="zone" label={t('recurring.zone')} rules={[{ required: true }]}><ZoneSelect /></Form.Item>
    </Dialog>
  );
}
