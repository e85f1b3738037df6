import { Button, Flex, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { useChanged } from '../common/changed';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';
import { GatewayDialog } from './gateway_dialog';

export const PATH = '/api/v1/gateways';

/** Where refunds are paid: for each way that customers paid, the plugin that speaks to its gateway. */
export function Gateways() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const may = useMay();
  const gateways = api.useQuery('get', PATH);
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const patch = api.useMutation('patch', '/api/v1/gateways/{id}');
  const remove = api.useMutation('delete', '/api/v1/gateways/{id}');
  const changed = useChanged(PATH);
  const [open, setOpen] = useState<Schemas['Gateway'] | 'new' | null>(null);
  const called = (id: string) => {
    const plugin = plugins.data?.items.find((one) => one.id === id);
    return plugin ? `${plugin.name} ${plugin.version}` : id;
  };
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}>{t('gateways.add')}</Button> : null}
      <Rows
        query={gateways}
        rowKey="id"
        empty={t('gateways.empty')}
        columns={[
          { title: t('gateways.tender'), dataIndex: 'tender' },
          { title: t('gateways.plugin'), dataIndex: 'plugin', render: called },
          { title: t('gateways.hosts'), dataIndex: 'hosts', render: (hosts: string[]) => hosts.join(', ') },
          {
            title: t('gateways.enabled'),
            render: (_, { id, version, enabled, tender }) => (
              <Switch
                aria-label={`${t('gateways.enabled')} ${tender}`}
                checked={enabled}
                disabled={!may('admin:write') || patch.isPending}
                onChange={(next) => patch.mutate({ params: { path: { id }, header: ifMatch(version) }, body: { enabled: next } }, changed)}
              />
            ),
          },
          {
            title: t('actions'),
            render: (_, one) =>
              may('admin:write') ? (
                <Flex gap="small">
                  <Button size="small" onClick={() => setOpen(one)}>{common('actions.edit')}</Button>
                  <Remove name={one.tender} onRemove={() => remove.mutate({ params: { path: { id: one.id }, header: ifMatch(one.version) } }, changed)} />
                </Flex>
              ) : null,
          },
        ]}
      />
      {open ? <GatewayDialog gateway={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
