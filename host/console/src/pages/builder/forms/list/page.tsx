import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ifMatch } from '../../../../api/client';
import { Page } from '../../../../parts/page';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { inLanguage, useLanguage } from '../../../../words/use';
import { DrawingList } from '../../drawing/drawing_list';
import { type NewDrawing, NewModal } from '../../drawing/new_modal';
import { useEditionTitles } from './names';

/** All forms of the shop. */
export function FormList() {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const navigate = useNavigate();
  const tell = useTell();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const forms = api.useQuery('get', '/api/v1/forms');
  const shipped = api.useQuery('get', '/api/v1/forms/shipped');
  const again = () => client.invalidateQueries({ queryKey: ['get', '/api/v1/forms'] });
  const patch = api.useMutation('patch', '/api/v1/forms/{key}', { onSuccess: again });
  const remove = api.useMutation('delete', '/api/v1/forms/{key}', { onSuccess: again, onError: tell.failed });
  const create = api.useMutation('post', '/api/v1/forms', { onSuccess: again });
  const titles = useEditionTitles(forms.data?.items ?? []);
  const add = async ({ from, key, name, kind }: NewDrawing) => {
    const title = { 'zh-CN': name, en: name };
    const definition = { key, kind, version: 1, state: 'draft' as const, title, sections: [{ title: { 'zh-CN': '基本信息', en: 'Basics' }, fields: [] }] };
    const made = await create.mutateAsync({ body: from ? { from, key } : { definition } });
    await navigate(encodeURIComponent(made.key));
  };
  return (
    <Page
      title={t('title')}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('new')}
        </Button>
      }
    >
      {forms.error ? <ProblemAlert error={forms.error} retry={() => void forms.refetch()} /> : null}
      <DrawingList
        items={(forms.data?.items ?? []).map((form) => ({
          ...form,
          name: inLanguage(form.draft?.title ?? titles.get(form.key), language),
          draft: form.draft != null,
        }))}
        loading={forms.isPending}
        empty={t('empty')}
        onChange={(form, body) => patch.mutateAsync({ params: { path: { key: form.key }, header: ifMatch(form.version) }, body }, { onError: tell.failed })}
        onRemove={(form) => remove.mutate({ params: { path: { key: form.key }, header: ifMatch(form.version) } })}
      />
      {adding ? (
        <NewModal
          title={t('new')}
          shipped={(shipped.data?.items ?? []).map(({ key, title }) => ({ key, name: inLanguage(title, language) }))}
          onCreate={add}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Page>
  );
}
