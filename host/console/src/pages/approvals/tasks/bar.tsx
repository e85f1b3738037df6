import { Alert, Button, Flex, Form, Input, Skeleton } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, fetcher, type Schemas } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { useMay, useMe } from '../../../app/me';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { inLanguage, useLanguage } from '../../../words/use';
import { renew } from '../decide/renew';
import { HandOver } from './hand_over';
import { isHeldBy } from './held';
import { Votes } from './votes';

type Task = Schemas['Task'];

/** What can be done with one task: the buttons of its node, accepting it or giving it back, handing it over, or noting that it is done. */
export function TaskBar({ task, decided }: { task: Task; decided: () => void }) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const { user } = useMe();
  const may = useMay();
  const { done } = useTell();
  const queries = useQueryClient();
  const [opinion, setOpinion] = useState('');
  const [missing, setMissing] = useState(false);
  const [handing, setHanding] = useState<'transfer' | 'delegate' | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const flow = api.useQuery('get', '/api/v1/tickets/{id}/workflow', { params: { path: { id: task.ticket } } }, { enabled: task.node != null, retry: false });
  const step = flow.data?.steps.find(({ work }) => work?.id === task.id);
  const work = step?.work;
  const words = opinion.trim();
  const params = { path: { id: task.id } };
  // A node that wants fields filled in has its form on the ticket's own page.
  const asks = work?.fields.some(({ access }) => access === 'required') ?? false;
  const run = async (call: () => Promise<{ error?: unknown }>, said: string, over: boolean) => {
    setBusy(true);
    setError(null);
    const { error: refused } = await call().catch((failed: unknown) => ({ error: failed }));
    setBusy(false);
    renew(queries);
    if (refused) return setError(refused);
    done(said);
    if (over) decided();
  };
  const press = (button: Schemas['TaskButton']) => {
    const needed = button.opinion === 'required' && !words;
    setMissing(needed);
    if (!needed) void run(() => fetcher.POST('/api/v1/tasks/{id}/act', { params, body: { button: button.code, opinion: words || null } }), t('decided'), true);
  };
  const late = isProblem(error) && (error.status === 409 || error.status === 412 || error.status === 404);
  return (
    <Flex vertical gap="small">
      <b className="wrap">{task.title}</b>
      {late ? <Alert type="warning" showIcon title={t('late.title')} description={t('late.task')} /> : null}
      {error || flow.error ? <ProblemAlert error={error ?? flow.error} /> : null}
      {task.node != null && flow.isPending ? <Skeleton active /> : null}
      {work ? <Votes votes={work.votes} missing={step.missing} /> : null}
      {work && !asks && work.yours ? (
        <Form layout="vertical" component="div">
          <Form.Item
            label={t('opinion')}
            htmlFor="task-opinion"
            style={{ marginBottom: 0 }}
            {...(missing && !words ? { validateStatus: 'error' as const, help: t('opinion_missing') } : { extra: t('hint.reject') })}
          >
            <Input.TextArea id="task-opinion" rows={2} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
          </Form.Item>
        </Form>
      ) : null}
      <Flex gap="small" wrap>
        {asks ? <Link to={`/tickets/${task.ticket}`}>{t('fill_in')}</Link> : null}
        {!asks && work?.yours
          ? work.buttons
              .filter(({ does }) => does !== 'transfer' && does !== 'delegate')
              .map((button) => (
                <Button key={button.code} type={button.does === 'agree' ? 'primary' : 'default'} danger={button.does === 'reject'} disabled={busy} onClick={() => press(button)}>
                  {inLanguage(button.name, language) || t(`does.${button.does}`)}
                </Button>
              ))
          : null}
        {work?.yours && isHeldBy(task.holders, user.id) ? (
          <Button disabled={busy} onClick={() => void run(() => fetcher.POST('/api/v1/tasks/{id}/release', { params }), t('done.release'), false)}>
            {t('action.release')}
          </Button>
        ) : work?.yours ? (
          <Button disabled={busy} onClick={() => void run(() => fetcher.POST('/api/v1/tasks/{id}/claim', { params }), t('done.claim_task'), false)}>
            {t('action.claim')}
          </Button>
        ) : null}
        {work?.yours
          ? work.buttons
              .filter(({ does }) => does === 'transfer' || does === 'delegate')
              .map(({ code, name, does }) => (
                <Button key={code} disabled={busy} onClick={() => setHanding(does === 'transfer' ? 'transfer' : 'delegate')}>
                  {inLanguage(name, language) || t(`does.${does}`)}
                </Button>
              ))
          : null}
        {task.node == null && may('ticket:write') ? (
          <Button type="primary" loading={busy} onClick={() => void run(() => fetcher.POST('/api/v1/tasks/{id}/done', { params }), t('done.task'), true)}>
            {t('finish')}
          </Button>
        ) : null}
      </Flex>
      {handing ? <HandOver key={handing} task={task} how={handing} close={() => setHanding(null)} given={decided} /> : null}
    </Flex>
  );
}
