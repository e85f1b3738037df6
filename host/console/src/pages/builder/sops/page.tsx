import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Page } from '../../../parts/page';
import { useTell } from '../../../parts/problem';
import { State } from '../../../parts/status';
import { Items } from '../common/items';
import { RowActions } from '../common/row_actions';
import { EditSop } from './edit';

/** Procedures for what goes wrong: those that ship, and the shop's own. */
export function SopsPage() {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const write = useMay()('binding:write');
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Schemas['Sop'] | 'new' | null>(null);
  const sops = api.useQuery('get', '/api/v1/sops');
  const remove = api.useMutation('delete', '/api/v1/sops/{key}', { onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/sops'] }) });
  return (
    <Page title={t('sops.title')} actions={write ? <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('sops.add')}</Button> : null}>
      <Alert type="info" showIcon title={t('sops.what')} />
      <Items
        query={sops}
        rowKey="key"
        empty={t('sops.empty')}
        columns={[
          { title: t('sops.name'), dataIndex: 'name', render: (name: string) => <b>{name}</b> },
          { title: t('sops.anomaly'), dataIndex: 'anomaly', render: (text: string) => <Typography.Text style={{ display: 'block', maxWidth: 420, whiteSpace: 'normal' }}>{text}</Typography.Text> },
          { title: t('sops.steps'), dataIndex: 'steps', render: (steps: Schemas['SopStep'][]) => <span className="number">{steps.length}</span> },
          { title: t('origin'), dataIndex: 'version', render: (version: number) => <State colour={version > 0 ? 'blue' : undefined}>{version > 0 ? t('own') : t('shipped')}</State> },
          {
            title: common('actions.edit'),
            key: 'actions',
            render: (_, row) => (
              <RowActions
                name={row.name}
                readOnly={!write}
                onOpen={() => setEdited(row)}
                hint={t('sops.delete_hint')}
                onDelete={row.version > 0 ? () => remove.mutateAsync({ params: { path: { key: row.key }, header: ifMatch(row.version) } }).then(() => done(common('deleted')), failed) : undefined}
              />
            ),
          },
        ]}
      />
      {edited ? <EditSop from={edited === 'new' ? null : edited} readOnly={!write} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}
