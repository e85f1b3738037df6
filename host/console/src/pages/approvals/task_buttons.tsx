import { Button, Flex, Form, Input, Select, Skeleton } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { ProblemAlert, useTell } from '../../parts/problem';
import { inLanguage, useLanguage } from '../../words/use';

/** What can be done with one task: the buttons of its node, handing it over, or noting that it is done. */
export function TaskButtons({ task, decided }: { task: Schemas['Task']; decided: () => void }) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const { done } = useTell();
  const queries = useQueryClient();
  const [opinion, setOpinion] = useState('');
  const [to, setTo] = useState<string>();
  const [missing, setMissing] = useState(false);
  const roles = api.useQuery('get', '/api/v1/roles', undefined, { staleTime: 300_000, retry: false });
  const flow = api.useQuery('get', '/api/v1/tickets/{id}/workflow', { params: { path: { id: task.ticket } } }, { enabled: task.node != null });
  const onSuccess = () => {
    done(t('decided'));
    for (const path of ['/api/v1/tasks', '/api/v1/tickets', '/api/v1/tickets/{id}', '/api/v1/tickets/{id}/workflow']) {
      void queries.invalidateQueries({ queryKey: ['get', path] });
    }
    decided();
  };
  const act = api.useMutation('post', '/api/v1/tasks/{id}/act', { onSuccess });
  const finish = api.useMutation('post', '/api/v1/tasks/{id}/done', { onSuccess });
  const transfer = api.useMutation('post', '/api/v1/tasks/{id}/transfer', { onSuccess });
  const view = flow.data?.steps.map((step) => step.work).find((one) => one?.id === task.id);
  const busy = act.isPending || finish.isPending || transfer.isPending;
  const error = act.error ?? finish.error ?? transfer.error ?? flow.error;
  const words = opinion.trim();
  const params = { path: { id: task.id } };
  // A node that wants fields filled in has its form on the ticket's own page.
  const asks = view?.fields.some(({ access }) => access === 'required') ?? false;
  const press = (button: Schemas['TaskButton']) => {
    const needed = button.opinion === 'required' && !words;
    setMissing(needed);
    if (!needed) act.mutate({ params, body: { button: button.code, opinion: words || null } });
  };
  return (
    <Form layout="vertical" component="div">
      <p className="wrap">{task.title}</p>
      {error ? <ProblemAlert error={error} /> : null}
      {task.node != null && flow.isPending ? <Skeleton active /> : null}
      <Form.Item label={t('opinion')} htmlFor="opinion" validateStatus={missing && !words ? 'error' : ''} help={missing && !words ? t('opinion_missing') : undefined}>
        <Input.TextArea id="opinion" rows={2} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </Form.Item>
      <Flex gap="small" wrap>
        {asks ? <Link to={`/tickets/${task.ticket}`}>{t('fill_in')}</Link> : null}
        {!asks && view?.yours
          ? view.buttons
              .filter(({ does }) => does !== 'transfer' && does !== 'delegate')
              .map((button) => (
                <Button key={button.code} type={button.does === 'agree' ? 'primary' : 'default'} danger={button.does === 'reject'} disabled={busy} onClick={() => press(button)}>
                  {inLanguage(button.name, language)}
                </Button>
              ))
          : null}
        {task.node == null ? (
          <Button type="primary" disabled={busy} loading={finish.isPending} onClick={() => finish.mutate({ params })}>
            {t('finish')}
          </Button>
        ) : (
          <>
            <Select
              aria-label={t('to_role')}
              placeholder={t('to_role')}
              style={{ minWidth: 160 }}
              value={to}
              onChange={setTo}
              options={roles.data?.items.map(({ name }) => ({ value: `role:${name}`, label: name }))}
            />
            <Button disabled={busy || !to} loading={transfer.isPending} onClick={() => to && transfer.mutate({ params, body: { to, opinion: words || null } })}>
              {t('transfer')}
            </Button>
          </>
        )}
      </Flex>
    </Form>
  );
}
