import { Button, Flex } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { handOver } from '../../../parts/download';
import { moneyText } from '../../../parts/money';
import { useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { every } from '../common/every';
import { useTender } from '../common/ticket_ref';
import { csv } from '../csv/csv';

/** All refunds of a state as a file, whatever was loaded; it says how far it is and can be stopped. */
export function Export({ state, disabled }: { state: Schemas['RefundState']; disabled: boolean }) {
  const { t } = useTranslation('finance');
  const { t: common } = useTranslation();
  const say = useValue();
  const tender = useTender();
  const queries = useQueryClient();
  const { failed } = useTell();
  const [at, setAt] = useState<number | null>(null);
  const stop = useRef<AbortController>(null);
  const ticket = (id: string) => queries.query({ ...api.queryOptions('get', '/api/v1/tickets/{id}', { params: { path: { id } } }), staleTime: 'static' });
  const save = async () => {
    const { signal } = (stop.current = new AbortController());
    setAt(0);
    try {
      const found = await every(state, signal, () => undefined);
      const head = [t('id'), t('ticket'), t('customer'), t('amount'), t('currency'), t('tender'), t('state'), t('reference'), t('failure'), t('created'), t('updated')];
      const rows = [];
      for (const one of found) {
        signal.throwIfAborted();
        const { number, customer } = await ticket(one.ticket);
        const who = customer?.name ?? customer?.external_id ?? '';
        rows.push([one.id, number, who, moneyText(one.amount), one.amount.currency, tender(one.tender), say('RefundState', one.state), one.reference ?? '', one.failure ?? '', one.created_at, one.updated_at]);
        setAt(rows.length);
      }
      // The mark at the beginning tells spreadsheets that it is UTF-8.
      handOver(new Blob(['\uFEFF', csv([head, ...rows])], { type: 'text/csv' }), `refunds-${state}.csv`);
    } catch (error) {
      if (!signal.aborted) failed(error);
    } finally {
      setAt(null);
    }
  };
  if (at == null) {
    return (
      <Button disabled={disabled} onClick={() => void save()}>
        {t('export')}
      </Button>
    );
  }
  return (
    <Flex gap="small" align="center">
      <span role="status">{t('exporting', { count: at })}</span>
      <Button onClick={() => stop.current?.abort()}>{common('actions.cancel')}</Button>
    </Flex>
  );
}
