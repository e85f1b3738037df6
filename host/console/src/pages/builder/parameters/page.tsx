import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Tag, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GoTo } from '../common/go_to';
import { api, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Page } from '../../../parts/page';
import { useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Items } from '../common/items';
import { RowActions } from '../common/row_actions';
import { useChoices } from '../common/pickers';
import { EditParameter } from './edit';
import { usedBy } from './uses';

/** External parameters (L27–L32): numbers and texts that rules read, changed without touching the rules. */
export function ParametersPage() {
  const { t } = useTranslation('builder');
  const say = useValue();
  const may = useMay();
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Schemas['Parameter'] | 'new' | null>(null);
  const parameters = api.useQuery('get', '/api/v1/parameters');
  const rules = api.useQuery('get', '/api/v1/configuration', undefined, { enabled: may('rule:read') });
  const remove = api.useMutation('delete', '/api/v1/parameters/{code}', {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/parameters'] }),
  });
  const write = may('parameter:write');
  const people = useChoices('person');
  const { t: common } = useTranslation();
  const shown = ({ type, value }: Schemas['Parameter']) => {
    if (typeof value === 'boolean') return value ? common('yes') : common('no');
    if (Array.isArray(value)) return <Flex gap={4} wrap>{value.map((one) => <Tag key={one}>{one}</Tag>)}</Flex>;
    return type === 'person' ? (people.find((one) => one.value === value)?.label ?? value) : <span className={type === 'number' ? 'number' : undefined}>{value}</span>;
  };
  return (
    <Page
      title={t('parameters.title')}
      actions={write ? <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('parameters.add')}</Button> : null}
    >
      <Alert type="info" showIcon title={t('parameters.what')} />
      <Items
        query={parameters}
        rowKey="code"
        empty={t('parameters.empty')}
        columns={[
          { title: t('parameters.name'), dataIndex: 'name', render: (name: string, row) => <Flex vertical><b>{name}</b><Typography.Text type="secondary" style={{ maxWidth: 360, whiteSpace: 'normal' }}>{row.description}</Typography.Text></Flex> },
          { title: t('parameters.code'), dataIndex: 'code', render: (code: string) => <code>{code}</code> },
          { title: t('parameters.type'), dataIndex: 'type', render: (type: Schemas['ParameterType']) => <Tag>{say('ParameterType', type)}</Tag> },
          { title: t('parameters.value'), key: 'value', render: (_, row) => <div style={{ maxWidth: 320, whiteSpace: 'normal' }}>{shown(row)}</div> },
          {
            title: t('parameters.used'),
            key: 'used',
            hidden: !rules.data,
            render: (_, { code }) => {
              const found = usedBy(rules.data?.bindings ?? [], code);
              return found.length > 0 ? <GoTo to="/rules">{found.join(', ')}</GoTo> : <Typography.Text type="secondary">{t('parameters.unused')}</Typography.Text>;
            },
          },
          {
            title: common('actions.edit'),
            key: 'actions',
            hidden: !write,
            render: (_, row) => (
              <RowActions
                name={row.name}
                onOpen={() => setEdited(row)}
                hint={usedBy(rules.data?.bindings ?? [], row.code).length > 0 ? t('parameters.in_use') : undefined}
                onDelete={!may('binding:write') ? undefined : () => remove.mutateAsync({ params: { path: { code: row.code } } }).then(() => done(common('deleted')), failed)}
              />
            ),
          },
        ]}
      />
      {edited ? (
        <EditParameter
          from={edited === 'new' ? null : edited}
          taken={(parameters.data?.items ?? []).map(({ code }) => code)}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Page>
  );
}
