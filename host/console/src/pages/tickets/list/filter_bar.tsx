import { Button, Checkbox, Flex, Input, type InputRef, Select } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { values } from '../../../api/values';
import { useMay } from '../../../app/me';
import { useValue } from '../../../words/use';
import { FILTERS, type Filters } from './views';

/** Choices of one value of the API. */
function Choice(props: {
  schema: 'TicketKind' | 'CaseStatus' | 'GoodsStatus' | 'MoneyStatus' | 'DisputeStatus' | 'Priority';
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const say = useValue();
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ minWidth: 130 }}
      aria-label={props.label}
      placeholder={props.label}
      value={props.value}
      options={values[props.schema].map((value) => ({ value, label: say(props.schema, value as never) }))}
      onChange={props.onChange}
    />
  );
}

/** Search and filters above the list. */
export function FilterBar({
  filters,
  onChange,
  search,
}: {
  filters: Filters;
  onChange: (changes: Filters) => void;
  search: Ref<InputRef>;
}) {
  const { t } = useTranslation('tickets');
  const may = useMay();
  const queues = api.useQuery('get', '/api/v1/queues', {}, { staleTime: 60_000 });
  const users = api.useQuery('get', '/api/v1/users', {}, { staleTime: 60_000, enabled: may('admin:read') });
  const choice = (name: keyof Filters) => ({
    label: t(`filter.${name}`),
    value: filters[name],
    onChange: (value: string | undefined) => onChange({ [name]: value }),
  });
  return (
    <Flex gap="small" wrap align="center" role="search">
      <Input.Search
        key={filters.q ?? ''}
        ref={search}
        allowClear
        defaultValue={filters.q}
        placeholder={t('search')}
        aria-label={t('search')}
        style={{ width: 320 }}
        onSearch={(q) => onChange({ q })}
      />
      <Choice schema="TicketKind" {...choice('kind')} />
      <Choice schema="CaseStatus" {...choice('case')} />
      <Choice schema="GoodsStatus" {...choice('goods')} />
      <Choice schema="MoneyStatus" {...choice('money')} />
      <Choice schema="Priority" {...choice('priority')} />
      <Select
        allowClear
        style={{ minWidth: 130 }}
        aria-label={t('filter.queue')}
        placeholder={t('filter.queue')}
        value={filters.queue}
        options={queues.data?.items.map((queue) => ({ value: queue.key, label: queue.name })) ?? []}
        onChange={(queue: string | undefined) => onChange({ queue })}
      />
      {users.data ? (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ minWidth: 130 }}
          aria-label={t('filter.assignee')}
          placeholder={t('filter.assignee')}
          value={filters.assignee}
          options={users.data.items.map((user) => ({ value: user.id, label: user.name }))}
          onChange={(assignee: string | undefined) => onChange({ assignee })}
        />
      ) : null}
      <Checkbox checked={filters.overdue === 'true'} onChange={({ target }) => onChange({ overdue: target.checked ? 'true' : '' })}>
        {t('filter.overdue')}
      </Checkbox>
      <Button type="link" onClick={() => onChange(Object.fromEntries(FILTERS.map((name) => [name, ''])))}>
        {t('filter.clear')}
      </Button>
    </Flex>
  );
}
