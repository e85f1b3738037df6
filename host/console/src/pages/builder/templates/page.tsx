import { RollbackOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Modal, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, fetcher, ifMatch, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useMay } from '../../../app/me';
import { Moment } from '../../../parts/moment';
import { Page } from '../../../parts/page';
import { useTell } from '../../../parts/problem';
import { State } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Items } from '../common/items';
import { KEY } from '../common/key_hint';
import { RowActions } from '../common/row_actions';

type Item = Schemas['PrintTemplateItem'];

/** Print templates: what papers look like. */
export function TemplatesPage() {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const say = useValue();
  const write = useMay()('admin:write');
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [copied, setCopied] = useState<Item | null>(null);
  const [key, setKey] = useState('');
  const templates = api.useQuery('get', '/api/v1/print-templates');
  const remove = api.useMutation('delete', '/api/v1/print-templates/{key}', { onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/print-templates'] }) });
  const gone = ({ key: path, version }: Item) => remove.mutateAsync({ params: { path: { key: path }, header: ifMatch(version) } }).then(() => done(), failed);
  const stands = (item: Item) => !item.shipped && values.PaperKind.some((kind) => kind === item.key);
  const taken = (templates.data?.items ?? []).some((item) => item.key === key);
  const copy = async () => {
    if (!copied) return;
    try {
      const read = await fetcher.GET('/api/v1/print-templates/{key}', { params: { path: { key: copied.key } } });
      if (read.error) throw read.error;
      const { kind, name, source } = read.data;
      const put = await fetcher.PUT('/api/v1/print-templates/{key}', { params: { path: { key } }, body: { kind, name: t('templates.copy_of', { name }), source } });
      if (put.error) throw put.error;
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/print-templates'] });
      void navigate(key);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Page title={t('templates.title')}>
      <Alert type="info" showIcon title={t('templates.what')} />
      <Items
        query={templates}
        rowKey={(item) => `${item.key}:${item.shipped}`}
        empty={t('templates.empty')}
        columns={[
          { title: t('templates.name'), dataIndex: 'name', render: (name: string) => <b>{name}</b> },
          { title: t('templates.kind'), dataIndex: 'kind', render: (kind: Item['kind']) => say('PaperKind', kind), filters: values.PaperKind.map((one) => ({ value: one, text: say('PaperKind', one) })), onFilter: (kind, item) => item.kind === kind },
          { title: t('key'), dataIndex: 'key', render: (one: string) => <code>{one}</code> },
          { title: t('origin'), dataIndex: 'shipped', render: (shipped: boolean) => <State colour={shipped ? undefined : 'blue'}>{shipped ? t('shipped') : t('own')}</State> },
          { title: t('updated'), dataIndex: 'updated_at', render: (at: string | null) => <Moment at={at} relative /> },
          {
            title: common('actions.edit'),
            key: 'actions',
            render: (_, item) => (
              <RowActions
                name={item.name}
                readOnly={!write}
                onOpen={() => void navigate(item.key)}
                onDelete={item.shipped || stands(item) ? undefined : () => gone(item)}
                more={
                  write ? (
                    <>
                      <Button type="text" onClick={() => { setKey(''); setCopied(item); }}>{t('templates.copy')}</Button>
                      {stands(item) ? (
                        <Popconfirm title={t('templates.back_ask', { name: item.name })} onConfirm={() => gone(item)}>
                          <Button type="text" icon={<RollbackOutlined />}>{t('templates.back')}</Button>
                        </Popconfirm>
                      ) : null}
                    </>
                  ) : null
                }
              />
            ),
          },
        ]}
      />
      <Modal open={copied != null} title={t('templates.copy_title', { name: copied?.name })} okButtonProps={{ disabled: !KEY.test(key) || taken }} onOk={copy} onCancel={() => setCopied(null)}>
        <label htmlFor="template-key">{t('key')}</label>
        <Input id="template-key" value={key} maxLength={64} status={taken ? 'error' : ''} onChange={(event) => setKey(event.target.value.trim())} />
        <p>{taken ? t('templates.taken') : t('key_hint')}</p>
      </Modal>
    </Page>
  );
}
