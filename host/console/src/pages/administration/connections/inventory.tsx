import { Alert, Button, Flex, Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { isProblem } from '../../../api/problem';
import { useMay } from '../../../app/me';
import { ProblemAlert } from '../../../parts/problem';
import { useChanged } from '../common/changed';
import { Remove } from '../common/remove';

const PATH = '/api/v1/inventory-connector';

/** The system that is asked whether goods are in stock, and sets them aside; without one people confirm the stock (Z34). */
export function Inventory() {
  const { t } = useTranslation('administration');
  const connector = api.useQuery('get', PATH, {}, { retry: false });
  const none = isProblem(connector.error) && connector.error.status === 404;
  if (connector.error && !none) return <ProblemAlert error={connector.error} retry={() => void connector.refetch()} />;
  if (connector.isPending) return null;
  const kept = none ? null : (connector.data ?? null);
  return (
    <>
      {kept ? null : <Alert type="info" showIcon title={t('inventory.none')} description={t('inventory.none_help')} />}
      <ConnectorForm key={kept?.version ?? 0} kept={kept} />
    </>
  );
}

function ConnectorForm({ kept }: { kept: Schemas['InventoryConnector'] | null }) {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const may = useMay();
  const secrets = api.useQuery('get', '/api/v1/secrets');
  const put = api.useMutation('put', PATH);
  const remove = api.useMutation('delete', PATH);
  const changed = useChanged(PATH);
  const save = ({ secret = null, ...rest }: Schemas['ConnectorDraft']) => put.mutate({ body: { ...rest, secret } }, { onSuccess: changed.onSuccess });
  const off = !may('admin:write');
  return (
    <Form<Schemas['ConnectorDraft']> layout="vertical" style={{ maxWidth: 640 }} initialValues={kept ?? { enabled: true }} disabled={off} onFinish={save}>
      {put.error ? <ProblemAlert error={put.error} /> : null}
      <Form.Item name="base_url" label={t('inventory.address')} extra={t('inventory.address_help')} rules={[{ required: true }]}><Input placeholder="https://erp.example.com/redress" inputMode="url" /></Form.Item>
      <Form.Item name="secret" label={t('inventory.secret')} extra={t('inventory.secret_help')}><Select allowClear options={secrets.data?.items.map(({ name }) => ({ value: name, label: name }))} /></Form.Item>
      <Form.Item name="enabled" label={t('inventory.enabled')} extra={t('inventory.enabled_help')} valuePropName="checked"><Switch /></Form.Item>
      {off ? null : (
        <Flex gap="small">
          <Button type="primary" htmlType="submit" loading={put.isPending}>{common('actions.save')}</Button>
          {kept ? <Remove name={kept.base_url} onRemove={() => remove.mutate({}, changed)} /> : null}
        </Flex>
      )}
    </Form>
  );
}
