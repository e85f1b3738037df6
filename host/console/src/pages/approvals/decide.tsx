import { Button, Flex, Form, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../api/client';
import { useMay } from '../../app/me';
import { ProblemAlert, useTell } from '../../parts/problem';

/** Agree, refuse or hand over; a refusal and its reason go together. */
export function Decide({ ticket, decided }: { ticket: Schemas['TicketView']; decided: () => void }) {
  const { t } = useTranslation('approvals');
  const may = useMay();
  const { done } = useTell();
  const queries = useQueryClient();
  const [opinion, setOpinion] = useState('');
  const [queue, setQueue] = useState<string>();
  const [missing, setMissing] = useState(false);
  const queues = api.useQuery('get', '/api/v1/queues', undefined, { staleTime: 300_000, enabled: may('ticket:write') });
  const onSuccess = () => {
    done(t('decided'));
    void queries.invalidateQueries({ queryKey: ['get', '/api/v1/tickets'] });
    void queries.invalidateQueries({ queryKey: ['get', '/api/v1/tickets/{id}'] });
    decided();
  };
  const onError = () => void queries.invalidateQueries({ queryKey: ['get', '/api/v1/tickets/{id}'] });
  const approve = api.useMutation('post', '/api/v1/tickets/{id}/approve', { onSuccess, onError });
  const reject = api.useMutation('post', '/api/v1/tickets/{id}/reject', { onSuccess, onError });
  const transfer = api.useMutation('post', '/api/v1/tickets/{id}/transfer', { onSuccess, onError });
  const busy = approve.isPending || reject.isPending || transfer.isPending;
  const error = approve.error ?? reject.error ?? transfer.error;
  const params = { path: { id: ticket.id }, header: ifMatch(ticket.version) };
  const words = opinion.trim();
  const begin = () => {
    approve.reset();
    reject.reset();
    transfer.reset();
  };
  return (
    <Form layout="vertical" component="div">
      {error ? <ProblemAlert error={error} /> : null}
      <Form.Item
        label={t('opinion')}
        htmlFor="opinion"
        validateStatus={missing && !words ? 'error' : ''}
        help={missing && !words ? t('opinion_missing') : t('opinion_hint')}
      >
        <Input.TextArea id="opinion" autoFocus rows={2} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
      </Form.Item>
      <Flex gap="small" wrap>
        <Button
          type="primary"
          disabled={busy}
          loading={approve.isPending}
          onClick={() => {
            begin();
            approve.mutate({ params, body: { amount: null, opinion: words || null } });
          }}
        >
          {t('approve')}
        </Button>
        <Button
          danger
          disabled={busy}
          loading={reject.isPending}
          onClick={() => {
            begin();
            setMissing(!words);
            if (words) reject.mutate({ params, body: { opinion: words } });
          }}
        >
          {t('reject')}
        </Button>
        {may('ticket:write') ? (
          <>
            <Select
              aria-label={t('queue')}
              placeholder={t('queue')}
              style={{ minWidth: 160 }}
              value={queue}
              onChange={setQueue}
              options={queues.data?.items.map(({ key, name }) => ({ value: key, label: name }))}
            />
            <Button
              disabled={busy || !queue}
              loading={transfer.isPending}
              onClick={() => {
                begin();
                transfer.mutate({ params, body: { queue: queue ?? null, reason: words || null } });
              }}
            >
              {t('transfer')}
            </Button>
          </>
        ) : null}
      </Flex>
    </Form>
  );
}
