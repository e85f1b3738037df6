import { Button, Modal, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';
import { needsSignature, SignOff } from './golden/sign_off';
import { useReread } from './reread';

/** Switches a rule off, after asking, or on; where golden cases would end otherwise, somebody signs for that. */
export function Switching({ binding, size }: { binding: Schemas['BindingWithPlugin']; size?: 'small' }) {
  const { t } = useTranslation('rules');
  const { done, failed } = useTell();
  const reread = useReread();
  const on = api.useMutation('patch', '/api/v1/bindings/{id}', {
    onError: (error) => (needsSignature(error) ? undefined : failed(error)),
    onSuccess: () => (done(t('bindings.enabled')), reread()),
  });
  const off = api.useMutation('post', '/api/v1/bindings/{id}/disable', { onError: failed, onSuccess: () => (done(t('switched_off')), reread()) });
  const call = { params: { path: { id: binding.id }, header: ifMatch(binding.version) } };
  const enable = (signed?: string) => on.mutate({ ...call, body: { enabled: true, ...(signed ? { sign_off: signed } : {}) } });
  if (!binding.enabled) {
    return (
      <>
        <Button size={size} loading={on.isPending} aria-label={`${t('bindings.enable')} ${binding.key}`} onClick={() => enable()}>
          {t('bindings.enable')}
        </Button>
        <Modal open={needsSignature(on.error)} title={`${t('bindings.enable')} ${binding.key}`} footer={null} onCancel={on.reset} destroyOnHidden>
          <SignOff error={on.error} busy={on.isPending} onSign={enable} />
        </Modal>
      </>
    );
  }
  return (
    <Popconfirm
      title={t('bindings.disable_ask', { name: binding.key })}
      description={t(binding.mode === 'active' ? 'bindings.disable_hint' : 'bindings.disable_candidate')}
      okText={t('bindings.disable')}
      onConfirm={() => off.mutate(call)}
    >
      <Button size={size} loading={off.isPending} aria-label={`${t('bindings.disable')} ${binding.key}`}>
        {t('bindings.disable')}
      </Button>
    </Popconfirm>
  );
}
