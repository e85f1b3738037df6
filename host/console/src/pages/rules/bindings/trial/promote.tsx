import { Button, Card, Flex, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { useTell } from '../../../../parts/problem';
import { SignOff } from '../golden/sign_off';
import { useReread } from '../reread';
import { guarded } from './guarded';

type Binding = Schemas['BindingWithPlugin'];

/** Lets a candidate take over, after saying what that does to the rule it was tried against and to its guardrails. */
export function Promote({ binding, against }: { binding: Binding; against: Binding | null }) {
  const { t } = useTranslation('rules');
  const [open, setOpen] = useState(false);
  return (
    <Card size="small" style={{ flex: '1 1 320px', minWidth: 0 }} title={<h2 className="h">{t('bindings.trial.take_over')}</h2>}>
      <Flex vertical gap="middle" align="start">
        <Typography.Text type="secondary">{against ? t('bindings.trial.take_over_hint', { name: against.key }) : t('bindings.trial.take_over_alone')}</Typography.Text>
        <Button type={binding.mode === 'canary' ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {t('bindings.trial.promote')}
        </Button>
      </Flex>
      {open ? <Dialog binding={binding} against={against} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

function Dialog({ binding, against, onClose }: { binding: Binding; against: Binding | null; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const { done } = useTell();
  const navigate = useNavigate();
  const reread = useReread();
  const [reason, setReason] = useState('');
  const promote = api.useMutation('post', '/api/v1/bindings/{id}/promote', {
    onSuccess: async (active) => {
      done(t('bindings.trial.promoted', { name: active.key }));
      onClose();
      await navigate(`/rules/bindings/${active.id}`);
      await reread();
    },
  });
  const send = (signed?: string) =>
    promote.mutate({
      params: { path: { id: binding.id }, header: ifMatch(binding.version) },
      body: { reason: reason.trim() || null, ...(signed ? { sign_off: signed } : {}) },
    });
  const effects = [
    against ? t('bindings.trial.effect_replace', { name: against.key, plugin: `${binding.plugin_name} ${binding.plugin_version}` }) : t('bindings.trial.effect_alone'),
    ...(against ? [t('bindings.trial.effect_removed', { name: binding.key })] : []),
    t(`bindings.trial.effect_guard.${guarded(binding, against)}`),
    ...(against ? [t('bindings.trial.effect_back')] : []),
  ];
  return (
    <Modal open width={640} title={t('bindings.trial.promote')} onCancel={onClose} onOk={() => send()} okText={t('bindings.trial.promote')} cancelText={common('actions.cancel')} confirmLoading={promote.isPending}>
      <Flex vertical gap="middle">
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
        <Form.Item layout="vertical" label={t('reason')} htmlFor="promote-reason" style={{ margin: 0 }}>
          <Input id="promote-reason" value={reason} maxLength={500} placeholder={common('optional')} onChange={({ target }) => setReason(target.value)} />
        </Form.Item>
        <SignOff error={promote.error} busy={promote.isPending} onSign={send} />
      </Flex>
    </Modal>
  );
}
