import { Button, Flex, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';
import { byName } from '../plugins/list/group';
import { SignOff } from './golden/sign_off';
import { useReread } from './reread';

/** Puts another version of the same plugin to work; the settings stay. Nothing to press where there is one version only. */
export function Upgrade({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const [open, setOpen] = useState(false);
  const versions = byName(plugins.data?.items ?? []).find(({ name }) => name === binding.plugin_name)?.versions ?? [];
  const others = versions.filter(({ id, hooks }) => id !== binding.plugin && hooks.includes(binding.hook));
  if (others.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('bindings.upgrade.button')}</Button>
      {open ? <Dialog binding={binding} versions={others} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Dialog({ binding, versions, onClose }: { binding: Schemas['BindingWithPlugin']; versions: Schemas['Plugin'][]; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const { done } = useTell();
  const reread = useReread();
  const [plugin, setPlugin] = useState(versions[0]?.id);
  const [reason, setReason] = useState('');
  const save = api.useMutation('patch', '/api/v1/bindings/{id}', { onSuccess: () => (done(), onClose(), reread()) });
  const store = (signed?: string) =>
    save.mutate({
      params: { path: { id: binding.id }, header: ifMatch(binding.version) },
      body: { plugin, reason: reason.trim() || null, ...(signed ? { sign_off: signed } : {}) },
    });
  return (
    <Modal open title={t('bindings.upgrade.title', { name: binding.plugin_name })} onCancel={onClose} onOk={() => store()} okText={t('bindings.upgrade.ok')} cancelText={common('actions.cancel')} confirmLoading={save.isPending}>
      <Flex vertical gap="middle">
        <span>{t('bindings.upgrade.hint', { version: binding.plugin_version })}</span>
        <Form.Item layout="vertical" label={t('column.version')} htmlFor="upgrade-version" style={{ margin: 0 }}>
          <Select id="upgrade-version" value={plugin} onChange={setPlugin} options={versions.map(({ id, version }) => ({ value: id, label: version }))} />
        </Form.Item>
        <Form.Item layout="vertical" label={t('reason')} htmlFor="upgrade-reason" style={{ margin: 0 }}>
          <Input id="upgrade-reason" value={reason} maxLength={500} placeholder={common('optional')} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        <SignOff error={save.error} busy={save.isPending} onSign={store} />
      </Flex>
    </Modal>
  );
}
