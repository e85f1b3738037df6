import { Button, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { SchemaForm } from '../../../parts/form/schema_form';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { pairs, record } from './pairs';

interface Typed {
  tender: string;
  plugin: string;
  hosts: string[];
  secrets: { name: string; secret: string }[];
}

/** Which plugin pays back over a way of payment, what it may reach, and which secrets it gets. */
export function GatewayDialog({ gateway, onClose }: { gateway: Schemas['Gateway'] | null; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const secrets = api.useQuery('get', '/api/v1/secrets');
  const add = api.useMutation('post', '/api/v1/gateways');
  const patch = api.useMutation('patch', '/api/v1/gateways/{id}');
  const { onSuccess } = useChanged('/api/v1/gateways', onClose);
  const [config, setConfig] = useState<unknown>(gateway?.config ?? {});
  const able = plugins.data?.items.filter(({ hooks }) => hooks.includes('settlement')) ?? [];
  const save = ({ tender, secrets: kept, ...rest }: Typed) => {
    const body = { ...rest, config: config as Record<string, never>, secrets: record(kept) };
    if (gateway) patch.mutate({ params: { path: { id: gateway.id }, header: ifMatch(gateway.version) }, body }, { onSuccess });
    else add.mutate({ body: { ...body, tender } }, { onSuccess });
  };
  return (
    <Dialog<Typed>
      title={gateway?.tender ?? t('gateways.add')}
      start={gateway ? { ...gateway, secrets: pairs(gateway.secrets) } : { hosts: [], secrets: [] }}
      error={add.error ?? patch.error}
      busy={add.isPending || patch.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item name="tender" label={t('gateways.tender')} extra={t('gateways.tender_help')} rules={[{ required: true }]}><Input disabled={gateway !== null} /></Form.Item>
      <Form.Item name="plugin" label={t('gateways.plugin')} extra={able.length === 0 ? t('gateways.no_plugin') : t('gateways.plugin_help')} rules={[{ required: true }]}>
        <Select options={able.map(({ id, name, version }) => ({ value: id, label: `${name} ${version}` }))} />
      </Form.Item>
      <Form.Item name="hosts" label={t('gateways.hosts')} extra={t('gateways.hosts_help')}><Select mode="tags" tokenSeparators={[',', ' ']} open={false} suffix={null} /></Form.Item>
      <Form.List name="secrets">
        {(rows, { add: more, remove }) => (
          <Flex vertical gap="small" role="group" aria-label={t('gateways.secrets')} style={{ marginBottom: 16 }}>
            <span>{t('gateways.secrets_help')}</span>
            {rows.map((row) => (
              <Flex key={row.key} gap="small" wrap>
                <Form.Item name={[row.name, 'name']} noStyle rules={[{ required: true }]}><Input aria-label={t('gateways.secret_name')} placeholder={t('gateways.secret_name')} style={{ width: 200 }} /></Form.Item>
                <Form.Item name={[row.name, 'secret']} noStyle rules={[{ required: true }]}>
                  <Select aria-label={t('gateways.secret')} placeholder={t('gateways.secret')} style={{ width: 220 }} options={secrets.data?.items.map(({ name }) => ({ value: name, label: name }))} />
                </Form.Item>
                <Button onClick={() => remove(row.name)}>{common('actions.delete')}</Button>
              </Flex>
            ))}
            <Button style={{ alignSelf: 'start' }} onClick={() => more({})}>{t('gateways.add_secret')}</Button>
          </Flex>
        )}
      </Form.List>
      <Form.Item noStyle dependencies={['plugin']}>
        {({ getFieldValue }) => {
          const schema = able.find(({ id }) => id === getFieldValue('plugin'))?.config_schema as object | undefined;
          return schema ? <SchemaForm schema={schema} value={config} onChange={setConfig}><span /></SchemaForm> : null;
        }}
      </Form.Item>
    </Dialog>
  );
}
