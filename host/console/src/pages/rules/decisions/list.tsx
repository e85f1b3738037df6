import { Flex, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useFilters } from '../../../parts/filters';
import { List, paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { TicketNumber } from '../../../parts/ticket_number';
import { useValue } from '../../../words/use';
import { Ending } from '../ending';
import { Ways } from '../ways';

type Item = Schemas['DecisionItem'];
const FILTERS = ['hook', 'outcome', 'ticket', 'plugin', 'binding'] as const;

/** Everything the rules have answered, newest first. */
export function DecisionList() {
  const { t } = useTranslation('rules');
  const say = useValue();
  const [filters, set] = useFilters(FILTERS);
  const { hook, outcome, ...rest } = filters;
  const decisions = api.useInfiniteQuery('get', '/api/v1/decisions', { params: { query: { ...rest, hook: values.Hook.find((one) => one === hook), outcome: values.DecisionOutcome.find((one) => one === outcome), limit: 50 } } }, paging);
  return (
    <Page title={t('decisions')} actions={<Ways />}>
      <Flex gap="small" wrap>
        <Select allowClear style={{ minWidth: 160 }} aria-label={t('column.hook')} placeholder={t('column.hook')} value={filters.hook} onChange={(hook?: string) => set({ hook })}
          options={values.Hook.map((value) => ({ value, label: say('Hook', value) }))} />
        <Select allowClear style={{ minWidth: 160 }} aria-label={t('column.outcome')} placeholder={t('column.outcome')} value={filters.outcome} onChange={(outcome?: string) => set({ outcome })}
          options={values.DecisionOutcome.map((value) => ({ value, label: say('DecisionOutcome', value) }))} />
        {(['ticket', 'plugin', 'binding'] as const).map((name) => (
          <Input.Search key={`${name} ${filters[name] ?? ''}`} allowClear style={{ width: 200 }} aria-label={t(`filter.${name}`)} placeholder={t(`filter.${name}`)}
            defaultValue={filters[name]} onSearch={(text) => set({ [name]: text.trim() })} />
        ))}
      </Flex>
      <List<Item>
        query={decisions}
        rowKey="id"
        empty={t('no_decisions')}
        columns={[
          { title: t('column.at'), dataIndex: 'at', render: (at: string, { id }) => <Link to={`/rules/decisions/${id}`}><Moment at={at} /></Link> },
          { title: t('column.hook'), dataIndex: 'hook', render: (hook: Item['hook']) => say('Hook', hook) },
          { title: t('column.plugin'), render: (_, { plugin, version }) => `${plugin} ${version}` },
          { title: t('column.role'), dataIndex: 'role', render: (role: Item['role']) => say('DecisionRole', role) },
          { title: t('column.outcome'), dataIndex: 'outcome', render: (outcome: Item['outcome']) => say('DecisionOutcome', outcome) },
          { title: t('column.consequence'), render: (_, { consequence }) => <Ending label={consequence.label} amount={consequence.amount ?? null} /> },
          { title: t('column.ticket'), dataIndex: 'ticket', render: (ticket: string) => <TicketNumber id={ticket} /> },
        ]}
      />
    </Page>
  );
}
