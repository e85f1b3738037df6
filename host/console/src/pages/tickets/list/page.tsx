import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useFilters } from '../../../parts/filters';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { CaseTag } from '../../../parts/status';
import { useValue } from '../../../words/use';

const FILTERS = ['q'] as const;

/** The workbench: all tickets that one may see. */
export function TicketList() {
  const { t } = useTranslation('tickets');
  const say = useValue();
  const [filters, setFilters] = useFilters(FILTERS);
  const tickets = api.useInfiniteQuery('get', '/api/v1/tickets', { params: { query: { ...filters, limit: 50 } } }, paging);
  return (
    <Page title={t('title')}>
      <Input.Search allowClear defaultValue={filters.q} placeholder={t('search')} aria-label={t('search')} onSearch={(q) => setFilters({ q })} />
      <List
        query={tickets}
        rowKey="id"
        empty={t('empty')}
        columns={[
          { title: t('column.number'), dataIndex: 'number' },
          { title: t('column.kind'), dataIndex: 'kind', render: (kind: Schemas['TicketKind']) => say('TicketKind', kind) },
          { title: t('column.subject'), dataIndex: 'subject', ellipsis: true },
          { title: t('column.status'), dataIndex: 'case', render: (value: Schemas['CaseStatus']) => <CaseTag value={value} /> },
          { title: t('column.created'), dataIndex: 'created_at', render: (at: string) => <Moment at={at} relative /> },
        ]}
      />
    </Page>
  );
}
