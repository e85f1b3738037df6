import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Checkbox, Flex, Input, type InputRef, Tag } from 'antd';
import { lazy, type Ref, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterChoice } from './choices';
import { FILTERS, type Filters, FURTHER, LINKED, type Name } from './filters';

const Sheet = lazy(async () => ({ default: (await import('./sheet')).Sheet }));

/** Filters that one chooses all the time. */
const FIRST = ['kind', 'case', 'queue', 'priority'] as const satisfies Name[];

/** Search and filters above the list. On a narrow window the filters wait behind a button. */
export function FilterBar({
  filters,
  onChange,
  search,
  narrow,
}: {
  filters: Filters;
  onChange: (changes: Filters) => void;
  search: Ref<InputRef>;
  narrow: boolean;
}) {
  const { t } = useTranslation('tickets');
  const [open, setOpen] = useState(false);
  const further = narrow ? [...FIRST, ...FURTHER] : FURTHER;
  const set = further.filter((name) => filters[name]).length + (narrow && filters.overdue ? 1 : 0);
  const choice = (wide: boolean) => (name: Name) => <FilterChoice key={name} name={name} value={filters[name]} onChange={onChange} wide={wide} />;
  const clear = (
    <Button type="link" onClick={() => onChange(Object.fromEntries(FILTERS.map((name) => [name, ''])))}>
      {t('filter.clear')}
    </Button>
  );
  const late = (
    <Checkbox checked={filters.overdue === 'true'} onChange={({ target }) => onChange({ overdue: target.checked ? 'true' : '' })}>
      {t('filter.overdue')}
    </Checkbox>
  );
  return (
    <Flex gap="small" wrap align="center" role="search">
      <Input.Search
        key={filters.q ?? ''}
        ref={search}
        allowClear
        maxLength={100}
        defaultValue={filters.q}
        placeholder={t('search')}
        aria-label={t('search')}
        style={{ flex: narrow ? '1 1 200px' : '0 1 300px' }}
        onSearch={(q) => onChange({ q: q.trim() })}
      />
      {narrow ? null : FIRST.map(choice(false))}
      {narrow ? null : late}
      <Badge count={set} size="small">
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {narrow ? t('filter.title') : t('filter.further')}
        </Button>
      </Badge>
      {narrow || Object.keys(filters).length === 0 ? null : clear}
      {narrow ? (
        <Suspense fallback={null}>
          <Sheet
            open={open}
            close={() => setOpen(false)}
            footer={
              <Flex justify="space-between">
                {clear}
                <Button type="primary" onClick={() => setOpen(false)}>
                  {t('filter.show')}
                </Button>
              </Flex>
            }
          >
            <Flex vertical gap="middle">
              {further.map(choice(true))}
              {late}
            </Flex>
          </Sheet>
        </Suspense>
      ) : open || set > 0 ? (
        <Flex gap="small" wrap style={{ flexBasis: '100%' }}>
          {further.map(choice(false))}
        </Flex>
      ) : null}
      {LINKED.filter((name) => filters[name]).map((name) => (
        <Tag key={name} closable={{ 'aria-label': t('filter.drop', { name: t(`filter.${name}`) }) }} onClose={() => onChange({ [name]: '' })}>
          {t(`filter.${name}`)}: {filters[name]}
        </Tag>
      ))}
    </Flex>
  );
}
