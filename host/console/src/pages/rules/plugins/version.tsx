import { Button, Collapse, Descriptions, Flex, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../api/client';
import { useMay } from '../../../app/me';
import { SchemaForm } from '../../../parts/form/schema_form';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { Name } from '../../../parts/people/name';
import { ProblemAlert } from '../../../parts/problem';
import { useStockText } from '../../../parts/form/stock';
import { useValue } from '../../../words/use';
import { Ways } from '../ways';
import { Asks } from './asks';
import { usersOf } from './list/group';
import { Users } from './list/users';
import { Remove } from './remove';
import { Size } from './size';

/** One version of a plugin: what it decides, what it may do, where it comes from, and the form of its settings. */
export function VersionPage() {
  const { t } = useTranslation('rules');
  const stock = useStockText();
  const say = useValue();
  const may = useMay();
  const navigate = useNavigate();
  const id = useParams().id ?? '';
  const plugin = api.useQuery('get', '/api/v1/plugins/{id}', { params: { path: { id } } });
  const bindings = api.useQuery('get', '/api/v1/bindings');
  const keys = api.useQuery('get', '/api/v1/signing-keys');
  if (plugin.error) return <ProblemAlert error={plugin.error} retry={() => void plugin.refetch()} />;
  if (!plugin.data) return <Spin />;
  const { name, version, description, hooks, asks = [], size, digest, sdk, signed_by, uploaded_at, uploaded_by, config_schema } = plugin.data;
  const users = usersOf(plugin.data, bindings.data?.items ?? []);
  const schema = config_schema as { properties?: object };
  return (
    <Page title={`${name} ${version}`} actions={<Ways />}>
      <Flex gap="small" wrap align="center">
        <Typography.Text>{stock(description)}</Typography.Text>
        {may('binding:write') && hooks.some((hook) => hook !== 'settlement') ? (
          <Link to={`/rules/bindings/new?plugin=${id}`}>
            <Button type="primary">{t('plugins.put_to_work')}</Button>
          </Link>
        ) : null}
        {may('plugin:write') ? <Remove plugin={plugin.data} used={users.length > 0} onDone={() => void navigate('/rules/plugins')} /> : null}
      </Flex>
      <Descriptions
        size="small"
        bordered
        column={1}
        items={[
          { key: 'hooks', label: t('plugins.decides'), children: <ul style={{ margin: 0, paddingInlineStart: 16 }}>{hooks.map((hook) => <li key={hook}><b>{say('Hook', hook)}</b> {t(`hook.${hook}`)}</li>)}</ul> },
          { key: 'asks', label: t('plugins.asks'), children: <Flex vertical gap={4}><Asks asks={asks} />{asks.length > 0 ? <Typography.Text type="secondary">{t('plugins.asks_hint')}</Typography.Text> : null}</Flex> },
          { key: 'users', label: t('plugins.used_by'), children: <Users bindings={users} /> },
          { key: 'uploaded', label: t('plugins.uploaded'), children: <><Moment at={uploaded_at} /> {uploaded_by ? <Name id={uploaded_by} /> : null}</> },
          { key: 'signed', label: t('signed_by'), children: signed_by ? (keys.data?.items.find((key) => key.id === signed_by)?.name ?? signed_by) : t('unsigned') },
          { key: 'digest', label: t('plugins.digest'), children: <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }}>{digest}</Typography.Text> },
          { key: 'size', label: t('column.size'), children: <Size bytes={size} /> },
          { key: 'sdk', label: t('plugins.sdk'), children: sdk },
        ]}
      />
      <section aria-label={t('settings')}>
        <h2 className="h">{t('settings')}</h2>
        {Object.keys(schema.properties ?? {}).length > 0 ? (
          <Collapse
            defaultActiveKey="form"
            items={[
              { key: 'form', label: t('plugins.form'), children: <SchemaForm schema={config_schema as object} value={{}} disabled /> },
              { key: 'schema', label: t('plugins.schema'), children: <pre tabIndex={0} className="wrap">{JSON.stringify(config_schema, null, 2)}</pre> },
            ]}
          />
        ) : (
          <p>{t('plugins.no_settings')}</p>
        )}
      </section>
    </Page>
  );
}
