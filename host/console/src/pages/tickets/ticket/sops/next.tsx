import { CopyOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, type Schemas } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';
import { FilesInput } from '../files/input';
import { useSend } from '../use_send';

/** The step that is next: what to say, what has to be shown, and how it can end. */
export function Next({ run, step, insert }: { run: Schemas['SopRun']; step: Schemas['SopStep']; insert: (text: string) => void }) {
  const { t } = useTranslation('ticket_sops');
  const { send, busy, problem } = useSend({ inPlace: true });
  const [note, setNote] = useState('');
  const [shown, setShown] = useState<Record<string, string[]>>({});
  const view = api.useQuery('get', '/api/v1/sop-runs/{id}', { params: { path: { id: run.id } } });
  const script = view.data?.step === step.key ? view.data.script : null;
  const needed = step.evidence ?? [];
  const lacking = needed.filter(({ key }) => !shown[key]?.length);
  const tick = (answer: string) => {
    const evidence = needed.flatMap(({ key }) => (shown[key] ?? []).map((attachment) => ({ key, attachment })));
    return send(() => fetcher.POST('/api/v1/sop-runs/{id}/steps', { params: { path: { id: run.id } }, body: { step: step.key, answer, note: note.trim() || null, evidence } }));
  };
  return (
    <Flex vertical gap="small">
      {script ? (
        <Card size="small">
          <Flex vertical gap="small" align="start">
            <div className="wrap">{script.text}</div>
            {script.missing.length > 0 ? <Alert type="warning" showIcon title={t('missing', { names: script.missing.join(', ') })} /> : null}
            <Button size="small" icon={<CopyOutlined />} onClick={() => insert(script.text)}>
              {t('insert')}
            </Button>
          </Flex>
        </Card>
      ) : null}
      {needed.map(({ key, name }) => (
        <Flex key={key} gap="small" align="start" wrap role="group" aria-label={name}>
          <span>{t('shows', { name })}</span>
          <FilesInput label={name} onChange={(ids) => setShown((before) => ({ ...before, [key]: ids }))} />
        </Flex>
      ))}
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} aria-label={t('note')} placeholder={t('note')} value={note} onChange={({ target }) => setNote(target.value)} />
      {problem ? <ProblemAlert error={problem} /> : null}
      <Flex gap="small" wrap>
        {step.answers.map(({ key, name }) => (
          <Button key={key} loading={busy} disabled={lacking.length > 0} onClick={() => void tick(key)}>
            {name}
          </Button>
        ))}
      </Flex>
      {lacking.length > 0 ? <small>{t('lacking', { names: lacking.map(({ name }) => name).join('、') })}</small> : null}
    </Flex>
  );
}
