import { Alert, Button, Card, Flex, Input, Modal, Segmented } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Goods, GoodsOf } from '../goods';

const PURPOSES = ['return', 'parts', 'refused'] as const;

interface Asked {
  scan: string;
  number: string | null | undefined;
  suggestions?: Schemas['Suggestion'][];
  close: () => void;
}

/** Finds the ticket that a parcel belongs to: by a number like it that is awaited, or by what people type. */
export function Assign({ scan, number, suggestions = [], close }: Asked) {
  const { t } = useTranslation('warehouse');
  const { t: common } = useTranslation();
  const say = useValue();
  const { done } = useTell();
  const queries = useQueryClient();
  const [q, setQ] = useState('');
  const [purpose, setPurpose] = useState<Schemas['ParcelPurpose']>('return');
  const found = api.useQuery('get', '/api/v1/tickets', { params: { query: { q, limit: 10 } } }, { enabled: q.length > 0 });
  const assign = api.useMutation('post', '/api/v1/unidentified-parcels/{id}/assign', {
    onSuccess: () => {
      done(t('unidentified.assigned'));
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/unidentified-parcels'] });
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/tickets'] });
      close();
    },
  });
  const give = (ticket: string, parcel: string | null) =>
    assign.mutate({ params: { path: { id: scan } }, body: { ticket, parcel, purpose: parcel ? null : purpose } });
  const error = assign.error ?? found.error;
  return (
    <Modal open title={t('unidentified.title', { number: number ?? t('unidentified.unreadable') })} onCancel={close} footer={null} focusable={{ focusTriggerAfterClose: false }}>
      <Flex vertical gap="middle">
        {error ? <ProblemAlert error={error} /> : null}
        {suggestions.map(({ parcel, ticket, fit }) => (
          <Card key={parcel} size="small" role="group" aria-label={say('Fit', fit)}>
            <Flex vertical gap="small">
              <b>{t('unidentified.perhaps', { fit: say('Fit', fit) })}</b>
              <Goods ticket={ticket} />
              <Button type="primary" loading={assign.isPending} onClick={() => give(ticket, parcel)}>
                {t('unidentified.give')}
              </Button>
            </Flex>
          </Card>
        ))}
        <Input.Search size="large" autoFocus enterButton={common('actions.search')} aria-label={t('unidentified.find')} placeholder={t('unidentified.find')} loading={found.isFetching} onSearch={(text) => setQ(text.trim())} />
        <Segmented<Schemas['ParcelPurpose']>
          block
          aria-label={t('unidentified.purpose')}
          value={purpose}
          onChange={setPurpose}
          options={PURPOSES.map((value) => ({ value, label: say('ParcelPurpose', value) }))}
        />
        {found.data?.items.length === 0 ? <Alert type="info" showIcon title={t('unidentified.nobody')} /> : null}
        {found.data?.items.map((one) => (
          <Card key={one.id} size="small" role="group" aria-label={one.number}>
            <Flex vertical gap="small">
              <GoodsOf ticket={one} />
              <Button loading={assign.isPending} onClick={() => give(one.id, null)}>
                {t('unidentified.give')}
              </Button>
            </Flex>
          </Card>
        ))}
      </Flex>
    </Modal>
  );
}
