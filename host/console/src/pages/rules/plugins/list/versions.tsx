import { Card, Empty, Flex, Spin, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { Name } from '../../../../parts/people/name';
import { ProblemAlert } from '../../../../parts/problem';
import { useStockText } from '../../../../parts/form/stock';
import { Asks } from '../asks';
import { Hooks } from '../hooks';
import { Remove } from '../remove';
import { Size } from '../size';
import { byName, usersOf } from './group';
import { Users } from './users';

type Plugin = Schemas['Plugin'];

/** Every plugin with its versions: what each decides, what it may do, and which rules use it. */
export function Versions() {
  const { t } = useTranslation('rules');
  const stock = useStockText();
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const bindings = api.useQuery('get', '/api/v1/bindings');
  const error = plugins.error ?? bindings.error;
  if (error) return <ProblemAlert error={error} retry={() => void (plugins.error ? plugins.refetch() : bindings.refetch())} />;
  if (!plugins.data || !bindings.data) return <Spin />;
  const groups = byName(plugins.data.items);
  if (groups.length === 0) return <Empty description={t('plugins.empty')} />;
  return groups.map(({ name, versions }) => (
    <Card key={name} size="small" title={<h2 className="h">{name}</h2>}>
      <Flex vertical gap="small">
        <Typography.Text type="secondary">{stock(versions[0]?.description)}</Typography.Text>
        <Flex gap="small" wrap align="center">
          <span>{t('plugins.decides')}</span>
          <Hooks hooks={versions[0]?.hooks ?? []} />
        </Flex>
        <Rows versions={versions} bindings={bindings.data.items} />
      </Flex>
    </Card>
  ));
}

function Rows({ versions, bindings }: { versions: Plugin[]; bindings: Schemas['BindingWithPlugin'][] }) {
  const { t } = useTranslation('rules');
  const may = useMay();
  return (
    <Table<Plugin>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={versions}
      columns={[
        { title: t('column.version'), width: 110, render: (_, { id, version }) => <Link to={`/rules/plugins/${id}`}>{version}</Link> },
        { title: t('plugins.asks'), width: 300, render: (_, { asks }) => <Asks asks={asks ?? []} /> },
        { title: t('plugins.used_by'), width: 240, render: (_, plugin) => <Users bindings={usersOf(plugin, bindings)} /> },
        { title: t('column.size'), width: 90, dataIndex: 'size', render: (bytes: number) => <Size bytes={bytes} /> },
        {
          title: t('plugins.uploaded'),
          width: 220,
          render: (_, { uploaded_at, uploaded_by }) => (
            <>
              <Moment at={uploaded_at} /> {uploaded_by ? <Name id={uploaded_by} /> : null}
            </>
          ),
        },
        ...(may('plugin:write')
          ? [
              {
                title: t('plugins.actions'),
                width: 90,
                render: (_: unknown, plugin: Plugin) => <Remove plugin={plugin} used={usersOf(plugin, bindings).length > 0} />,
              },
            ]
          : []),
      ]}
    />
  );
}
