import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { useTell } from '../../../parts/problem';
import { Backtest } from '../backtest/backtest';
import { useEdit } from './edit';
import { Check } from './golden/check';
import { needsSignature, SignOff } from './golden/sign_off';
import { Overtaken } from './overtaken';
import { useReread } from './reread';
import { SettingsForm } from './settings_form';

/** The configuration as a form: tried on past tickets first, then saved with a reason. */
export function Settings({ binding, schema }: { binding: Schemas['BindingWithPlugin']; schema: object }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const may = useMay()('binding:write');
  const { done } = useTell();
  const reread = useReread();
  const edit = useEdit<unknown>(binding.config, binding.version);
  const [reason, setReason] = useState('');
  const save = api.useMutation('patch', '/api/v1/bindings/{id}', {
    onSuccess: async ({ version }) => {
      done();
      edit.saved(version);
      await reread();
      edit.drop();
      setReason('');
    },
    // Who was overtaken sees by whom.
    onError: reread,
  });
  const store = (signed?: string) =>
    save.mutate({
      params: { path: { id: binding.id }, header: ifMatch(edit.of) },
      body: { config: edit.value, reason: reason.trim(), ...(signed ? { sign_off: signed } : {}) },
    });
  const held = needsSignature(save.error);
  return (
    <Flex vertical gap="middle">
      <Overtaken edit={edit} />
      <SettingsForm plugin={binding.plugin_name} schema={schema} value={edit.value} error={held || edit.overtaken ? undefined : save.error} disabled={!may} onChange={edit.set} />
      {may ? (
        <>
          <Backtest binding={binding.id} config={edit.value} />
          <Check binding={binding} config={edit.value} />
          <Form.Item label={t('reason')} htmlFor="reason" required layout="vertical" extra={t('reason_hint')}>
            <Input id="reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          </Form.Item>
          {held ? <SignOff error={save.error} busy={save.isPending} onSign={store} /> : null}
          <div>
            <Button type="primary" disabled={reason.trim() === '' || edit.overtaken} loading={save.isPending} onClick={() => store()}>
              {common('actions.save')}
            </Button>
          </div>
        </>
      ) : null}
    </Flex>
  );
}
