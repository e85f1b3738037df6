import { Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { isPublicKey } from './public_key';

/** Trusts the holder of a key from now on. */
export function AddKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const { done } = useTell();
  const queries = useQueryClient();
  const [form] = Form.useForm<Schemas['NewSigningKey']>();
  const add = api.useMutation('post', '/api/v1/signing-keys', {
    onSuccess: async () => {
      done();
      onClose();
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/signing-keys'] });
    },
  });
  return (
    <Modal open width={640} title={t('keys.add')} onCancel={onClose} onOk={() => form.submit()} okText={common('actions.save')} cancelText={common('actions.cancel')} confirmLoading={add.isPending}>
      {add.error ? <ProblemAlert error={add.error} /> : null}
      <Form form={form} layout="vertical" onFinish={(body) => add.mutate({ body: { name: body.name.trim(), public_key: body.public_key.trim() } })}>
        <Form.Item name="name" label={t('keys.name')} extra={t('keys.name_hint')} rules={[{ required: true, whitespace: true, max: 100, message: t('keys.name_hint') }]}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item
          name="public_key"
          label={t('keys.public_key')}
          extra={t('keys.public_key_hint')}
          rules={[{ required: true, validator: (_, text: unknown) => (typeof text === 'string' && isPublicKey(text) ? Promise.resolve() : Promise.reject(new Error(t('keys.public_key_wrong')))) }]}
        >
          <Input spellCheck={false} autoComplete="off" style={{ fontFamily: 'monospace' }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
