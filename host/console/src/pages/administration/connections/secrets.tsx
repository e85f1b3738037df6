import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';

const PATH = '/api/v1/secrets';

/** Passwords of other systems by name. They can be replaced and taken away; nobody can read one. */
export function Secrets() {
  const { t } = useTranslation('administration');
  const may = useMay();
  const secrets = api.useQuery('get', PATH);
  const remove = api.useMutation('delete', '/api/v1/secrets/{name}');
  const changed = useChanged(PATH);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen('')}>{t('secrets.add')}</Button> : null}
      <Rows
        query={secrets}
        rowKey="name"
        empty={t('secrets.empty')}
        columns={[
          { title: t('name'), dataIndex: 'name' },
          { title: t('secrets.changed'), dataIndex: 'updated_at', render: (at: string) => <Moment at={at} /> },
          {
            title: t('actions'),
            render: (_, { name }) =>
              may('admin:write') ? (
                <Flex gap="small">
                  <Button size="small" onClick={() => setOpen(name)}>{t('secrets.replace')}</Button>
                  <Remove name={name} onRemove={() => remove.mutate({ params: { path: { name } } }, changed)} />
                </Flex>
              ) : null,
          },
        ]}
      />
      {open === null ? null : <SecretDialog name={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function SecretDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const put = api.useMutation('put', '/api/v1/secrets/{name}');
  const { onSuccess } = useChanged(PATH, onClose);
  return (
    <Dialog<{ name: string; value: string }>
      title={name ? t('secrets.replace_of', { name }) : t('secrets.add')}
      start={{ name }}
      error={put.error}
      busy={put.isPending}
      onSave={(typed) => put.mutate({ params: { path: { name: typed.name } }, body: { value: typed.value } }, { onSuccess })}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} extra={t('secrets.name_help')} rules={[{ required: true }]}><Input disabled={name !== ''} /></Form.Item>
      <Form.Item name="value" label={t('secrets.value')} extra={t('secrets.value_help')} rules={[{ required: true }]}><Input.TextArea rows={3} autoComplete="off" spellCheck={false} /></Form.Item>
    </Dialog>
  );
}
