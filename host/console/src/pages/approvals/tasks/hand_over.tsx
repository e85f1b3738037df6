import { Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, type Schemas } from '../../../api/client';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { PartyPicker, PersonPicker } from '../../../parts/people/pickers';
import { renew } from '../decide/renew';

/** Gives a task to somebody else (转交), or lets a person act in one's place (委托). */
export function HandOver({ task, how, close, given }: { task: Schemas['Task']; how: 'transfer' | 'delegate'; close: () => void; given: () => void }) {
  const { t } = useTranslation('approvals');
  const queries = useQueryClient();
  const { done } = useTell();
  const [to, setTo] = useState<string | null>(null);
  const [opinion, setOpinion] = useState('');
  const [pressed, setPressed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async () => {
    setPressed(true);
    if (!to) return;
    setBusy(true);
    setError(null);
    const [params, words] = [{ path: { id: task.id } }, opinion.trim() || null];
    const call =
      how === 'transfer'
        ? fetcher.POST('/api/v1/tasks/{id}/transfer', { params, body: { to, opinion: words } })
        : fetcher.POST('/api/v1/tasks/{id}/delegate', { params, body: { to, opinion: words } });
    const { error: refused } = await call.catch((failed: unknown) => ({ error: failed }));
    setBusy(false);
    renew(queries);
    if (refused) return setError(refused);
    done(t(`done.${how}_task`));
    close();
    given();
  };
  const Picker = how === 'transfer' ? PartyPicker : PersonPicker;
  return (
    <Modal title={t(`hand_over.${how}`)} open onCancel={close} onOk={() => void submit()} okText={t(`does.${how}`)} confirmLoading={busy}>
      <p>{t(`hand_over.${how}_hint`)}</p>
      {error ? <ProblemAlert error={error} /> : null}
      <Form layout="vertical" component="div">
        <Form.Item label={t('to')} htmlFor="task-to" required {...(pressed && !to ? { validateStatus: 'error' as const, help: t('to_missing') } : {})}>
          <Picker id="task-to" label={t('to')} value={to} onChange={setTo} />
        </Form.Item>
        <Form.Item label={t('why')} htmlFor="task-why">
          <Input.TextArea id="task-why" rows={2} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
