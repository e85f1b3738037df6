import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Collapse, Flex, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { faults } from '../../../api/problem';
import { useTell } from '../../../parts/problem';
import { State } from '../../../parts/status';
import { Editor } from '../common/editor';
import { FaultText, Field } from '../common/faults';
import { freeKey } from '../common/key_hint';
import { endless, unreached } from './reach';
import { EditStep } from './step';

type Step = Schemas['SopStep'];

/** A procedure with its steps. One that ships is not changed: what is saved is the shop's own in its place. */
export function EditSop({ from, readOnly, onClose }: { from: Schemas['Sop'] | null; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation('builder');
  const { done } = useTell();
  const queries = useQueryClient();
  const [key, setKey] = useState(from?.key ?? '');
  const [name, setName] = useState(from?.name ?? '');
  const [anomaly, setAnomaly] = useState(from?.anomaly ?? '');
  const [steps, setSteps] = useState<Step[]>(from?.steps ?? [{ key: 'step_1', title: '', answers: [{ key: 'answer_1', name: '', next: null }] }]);
  const [open, setOpen] = useState<string[]>(from ? [] : ['step_1']);
  const finish = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/sops'] });
      done();
      onClose();
    },
  };
  const create = api.useMutation('post', '/api/v1/sops', finish);
  const change = api.useMutation('put', '/api/v1/sops/{key}', finish);
  const own = from != null && from.version > 0;
  const error = create.error ?? change.error;
  const [lost, stuck] = [unreached(steps), endless(steps)];
  const wrong = steps.filter((_, at) => faults(error).some(({ pointer }) => pointer.startsWith(`/steps/${at}/`))).map((step) => step.key);
  const move = (at: number, to: number) => {
    const sorted = [...steps];
    const [moved] = sorted.splice(at, 1);
    if (moved) sorted.splice(to, 0, moved);
    setSteps(sorted);
  };
  /** Answers that led to a step that goes lead to the end. */
  const remove = (gone: string) =>
    setSteps(steps.filter((step) => step.key !== gone).map((step) => ({ ...step, answers: step.answers.map((answer) => (answer.next === gone ? { ...answer, next: null } : answer)) })));
  return (
    <Editor
      wide
      readOnly={readOnly}
      title={from ? t('sops.edit', { name: from.name }) : t('sops.add')}
      error={error}
      saving={create.isPending || change.isPending}
      onClose={onClose}
      onSave={() => {
        if (own) change.mutate({ params: { path: { key }, header: ifMatch(from.version) }, body: { name, anomaly, steps } });
        else create.mutate({ body: { key, name, anomaly, steps } });
      }}
    >
      {from && !own && !readOnly ? <Alert type="info" showIcon style={{ marginBottom: 12 }} title={t('sops.copy_hint')} /> : null}
      <Field label={t('sops.name')} at="/name" required>
        <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('key')} at="/key" required hint={t('key_hint')}>
        <Input value={key} disabled={from != null} maxLength={64} onChange={(event) => setKey(event.target.value.trim())} />
      </Field>
      <Field label={t('sops.anomaly')} at="/anomaly" required>
        <Input.TextArea value={anomaly} maxLength={500} showCount rows={2} onChange={(event) => setAnomaly(event.target.value)} />
      </Field>
      <h2 className="h" style={{ marginBottom: 8 }}>{t('sops.steps')}</h2>
      <FaultText at="/steps" />
      {lost.length + stuck.length === 0 ? <Alert type="success" showIcon style={{ marginBottom: 8 }} title={t('sops.all_reached')} /> : null}
      <Collapse
        // The bin beside the heading is a button of its own.
        collapsible="header"
        activeKey={[...new Set([...open, ...wrong])]}
        onChange={setOpen}
        items={steps.map((step, at) => ({
          key: step.key,
          label: (
            <>
              {t('sops.numbered', { number: at + 1, title: step.title })} {lost.includes(step.key) ? <State colour="orange">{t('sops.unreached')}</State> : null}
              {stuck.includes(step.key) ? <State colour="orange">{t('sops.endless')}</State> : null}
            </>
          ),
          extra: readOnly ? null : (
            <Flex onClick={(event) => event.stopPropagation()}>
              <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={at === 0} aria-label={t('sops.up', { number: at + 1 })} onClick={() => move(at, at - 1)} />
              <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={at === steps.length - 1} aria-label={t('sops.down', { number: at + 1 })} onClick={() => move(at, at + 1)} />
              <Button type="text" size="small" danger icon={<DeleteOutlined />} disabled={steps.length === 1} aria-label={t('sops.remove_step', { number: at + 1 })} onClick={() => remove(step.key)} />
            </Flex>
          ),
          children: <EditStep value={step} at={`/steps/${at}`} steps={steps} onChange={(next) => setSteps(steps.map((old, one) => (one === at ? next : old)))} />,
        }))}
      />
      <Button
        icon={<PlusOutlined />}
        style={{ marginTop: 8 }}
        disabled={steps.length >= 30}
        onClick={() => {
          const next = freeKey('step', steps.map((step) => step.key));
          setSteps([...steps, { key: next, title: '', answers: [{ key: 'answer_1', name: '', next: null }] }]);
          setOpen([...open, next]);
        }}
      >
        {t('sops.add_step')}
      </Button>
    </Editor>
  );
}
