import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { useRoleName } from '../../../parts/people/people';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';
import { crontab, EVERY, told } from './crontab';

const PATH = '/api/v1/recurring-jobs';

interface Typed {
  name: string;
  every: (typeof EVERY)[number];
  at: string;
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
  const words = (cron: string) => {
    const known = told(cron);
    return known ? t('recurring.told', { every: t(`recurring.every.${known.every}`), at: known.at }) : cron;
  };
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen(true)}>{t('recurring.add')}</Button> : null}
      <Rows
        query={jobs}
        rowKey="id"
        empty={t('recurring.empty')}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('recurring.when'), render: (_, { cron, zone }) => <span title={cron}>{`${words(cron)} · ${zone}`}</span> },
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
  const save = ({ name, every, at, cron, zone, role: to }: Typed) => {
    const spec: object = { role: to };
    const body: Schemas['NewRecurring'] = { name, kind: 'overdue_digest', cron: every === 'own' ? cron : crontab(every, at), zone, spec: spec as Record<string, never> };
    add.mutate({ body }, { onSuccess });
  };
  return (
    <Dialog<Typed>
      title={t('recurring.add')}
      start={{ every: 'workdays', at: '09:00', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, role: 'supervisor' }}
      error={add.error}
      busy={add.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} extra={t('recurring.what')} rules={[{ required: true }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="role" label={t('recurring.to')} rules={[{ required: true }]}><Select options={roles.data?.items.map(({ name }) => ({ value: name, label: role(name) }))} /></Form.Item>
      <Form.Item name="every" label={t('recurring.when')}><Select options={EVERY.map((value) => ({ value, label: t(`recurring.every.${value}`) }))} /></Form.Item>
      <Form.Item noStyle dependencies={['every']}>
        {({ getFieldValue }) =>
          getFieldValue('every') === 'own' ? (
            <Form.Item name="cron" label={t('recurring.cron')} extra={t('recurring.cron_help')} rules={[{ required: true }]}><Input placeholder="0 9 * * 1-5" /></Form.Item>
          ) : (
            <Form.Item name="at" label={t('recurring.at')} rules={[{ required: true }]}><Input type="time" style={{ width: 140 }} /></Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="zone" label={t('recurring.zone')} rules={[{ required: true }]}><Input /></Form.Item>
    </Dialog>
  );
}
