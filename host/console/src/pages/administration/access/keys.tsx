import { Alert, Button, Form, Input, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { useValue } from '../../../words/use';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';

/** Keys that programs sign in with; the secret of a new one is shown once. */
export function Keys() {
  const { t } = useTranslation('administration');
  const say = useValue();
  const may = useMay();
  const keys = api.useQuery('get', '/api/v1/api-keys');
  const users = api.useQuery('get', '/api/v1/users');
  const add = api.useMutation('post', '/api/v1/api-keys');
  const revoke = api.useMutation('delete', '/api/v1/api-keys/{id}');
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const changed = useChanged('/api/v1/api-keys', () => setOpen(false));
  const save = (body: Schemas['NewKey']) => add.mutate({ body: { ...body, scopes: body.scopes?.length ? body.scopes : null } }, { onSuccess: (issued) => { setSecret(issued.secret ?? null); changed.onSuccess(); } });
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen(true)}>{t('keys.add')}</Button> : null}
      <Rows
        query={keys}
        rowKey="id"
        empty={t('keys.empty')}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('keys.user'), dataIndex: 'user', render: (id: string) => users.data?.items.find((user) => user.id === id)?.name ?? id },
          { title: t('keys.scopes'), render: (_, { scopes }) => scopes?.map((one) => say('Permission', one)).join(', ') ?? t('keys.all') },
          { title: t('created'), dataIndex: 'created_at', render: (at: string) => <Moment at={at} /> },
          { title: t('actions'), render: (_, key) => key.revoked_at ? <span>{t('keys.revoked')} <Moment at={key.revoked_at} /></span> : may('admin:write') ? <Remove name={key.name} word={t('keys.revoke')} onRemove={() => revoke.mutate({ params: { path: { id: key.id } } }, changed)} /> : null },
        ]}
      />
      {open ? (
        <Dialog<Schemas['NewKey']> title={t('keys.add')} start={{}} error={add.error} busy={add.isPending} onSave={save} onClose={() => setOpen(false)}>
          <Form.Item name="name" label={t('name')} extra={t('keys.name_help')} rules={[{ required: true }]}><Input /></Form.Item>
          <Form.Item name="user" label={t('keys.user')} rules={[{ required: true }]}><Select options={users.data?.items.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
          <Form.Item name="scopes" label={t('keys.scopes')} extra={t('keys.scopes_help')}><Select mode="multiple" options={values.Permission.map((value) => ({ value, label: say('Permission', value) }))} /></Form.Item>
        </Dialog>
      ) : null}
      <Modal open={secret !== null} title={t('keys.secret')} onCancel={() => setSecret(null)} onOk={() => setSecret(null)} cancelButtonProps={{ style: { display: 'none' } }}>
        <Alert type="warning" showIcon title={t('keys.once')} />
        <Typography.Paragraph copyable code>{secret ?? ''}</Typography.Paragraph>
      </Modal>
    </>
  );
}
