import { Button, Input, Modal, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { List, paging } from '../../parts/list';
import { Moment } from '../../parts/moment';
import { ProblemAlert, useTell } from '../../parts/problem';
import { useValue } from '../../words/use';

/** Parcels that nobody is known for, and giving them to their ticket. */
export function Unidentified() {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const [scan, setScan] = useState<string | null>(null);
  const query = api.useInfiniteQuery('get', '/api/v1/unidentified-parcels', { params: { query: { limit: 50 } } }, paging);
  return (
    <>
      <List
        query={query}
        rowKey="scan"
        empty={t('empty.unidentified')}
        columns={[
          { title: t('number'), render: (_, one) => one.number ?? t('unreadable') },
          { title: t('outcome'), render: (_, one) => say('ScanOutcome', one.outcome) },
          { title: t('note'), dataIndex: 'note' },
          { title: t('since'), render: (_, one) => <Moment at={one.since} relative /> },
          {
            title: t('action'),
            render: (_, one) => (
              <Button size="large" style={{ minHeight: 44 }} onClick={() => setScan(one.scan)}>
                {t('assign')}
              </Button>
            ),
          },
        ]}
      />
      {scan ? <Assign scan={scan} close={() => setScan(null)} /> : null}
    </>
  );
}

function Assign({ scan, close }: { scan: string; close: () => void }) {
  const { t } = useTranslation('warehouse');
  const { done } = useTell();
  const queries = useQueryClient();
  const [q, setQ] = useState('');
  const [ticket, setTicket] = useState<string>();
  const found = api.useQuery('get', '/api/v1/tickets', { params: { query: { q, limit: 20 } } }, { enabled: q.length > 0 });
  const assign = api.useMutation('post', '/api/v1/unidentified-parcels/{id}/assign', {
    onSuccess: () => {
      done();
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/unidentified-parcels'] });
      close();
    },
  });
  const error = assign.error ?? found.error;
  return (
    <Modal
      open
      title={t('assign')}
      onCancel={close}
      okButtonProps={{ disabled: !ticket }}
      confirmLoading={assign.isPending}
      onOk={() => ticket && assign.mutate({ params: { path: { id: scan } }, body: { ticket, parcel: null, purpose: null } })}
    >
      {error ? <ProblemAlert error={error} /> : null}
      <Input.Search size="large" autoFocus aria-label={t('find')} placeholder={t('find')} onSearch={(text) => setQ(text.trim())} />
      <Select
        size="large"
        style={{ width: '100%', marginTop: 8 }}
        aria-label={t('ticket')}
        placeholder={t('ticket')}
        loading={found.isFetching}
        value={ticket}
        onChange={setTicket}
        options={found.data?.items.map(({ id, number, subject }) => ({ value: id, label: `${number} ${subject}` }))}
      />
    </Modal>
  );
}
