import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Tag, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { useTell } from '../../../parts/problem';
import { Items } from '../common/items';
import { RowActions } from '../common/row_actions';
import { EditMacro } from './edit';

/** Macros: texts that agents insert into tickets, with what they do. */
export function MacrosPage() {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const write = useMay()('binding:write');
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Schemas['Macro'] | 'new' | null>(null);
  const macros = api.useQuery('get', '/api/v1/macros');
  const remove = api.useMutation('delete', '/api/v1/macros/{key}', { onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/macros'] }) });
  return (
    <Page title={t('macros.title')} actions={write ? <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('macros.add')}</Button> : null}>
      <Alert type="info" showIcon title={t('macros.what')} />
      <Items
        query={macros}
        rowKey="id"
        empty={t('macros.empty')}
        columns={[
          { title: t('macros.name'), dataIndex: 'name', render: (name: string) => <b>{name}</b> },
          { title: t('key'), dataIndex: 'key', render: (key: string) => <code>{key}</code> },
          { title: t('macros.body'), dataIndex: 'body', render: (body: string) => <Typography.Text ellipsis style={{ maxWidth: 380 }}>{body}</Typography.Text> },
          { title: t('macros.acts'), dataIndex: 'acts', render: (acts: Schemas['MacroAct'][]) => acts.map(({ act }, at) => <Tag key={at}>{t(`macros.act.${act}`)}</Tag>) },
          { title: t('updated'), dataIndex: 'updated_at', render: (at: string) => <Moment at={at} relative /> },
          {
            title: common('actions.edit'),
            key: 'actions',
            render: (_, row) => (
              <RowActions
                name={row.name}
                readOnly={!write}
                onOpen={() => setEdited(row)}
                onDelete={() => remove.mutateAsync({ params: { path: { key: row.key }, header: ifMatch(row.version) } }).then(() => done(common('deleted')), failed)}
              />
            ),
          },
        ]}
      />
      {edited ? <EditMacro from={edited === 'new' ? null : edited} readOnly={!write} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}
