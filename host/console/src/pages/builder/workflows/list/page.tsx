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
import { fresh } from '../canvas/edit';
import { useEditionNames } from './names';

/** All workflows of the shop. */
export function WorkflowList() {
  const { t } = useTranslation('workflows');
  const language = useLanguage();
  const navigate = useNavigate();
  const tell = useTell();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const workflows = api.useQuery('get', '/api/v1/workflows');
  const shipped = api.useQuery('get', '/api/v1/workflows/shipped');
  const names = useEditionNames(workflows.data?.items ?? []);
  const again = () => client.invalidateQueries({ queryKey: ['get', '/api/v1/workflows'] });
  const patch = api.useMutation('patch', '/api/v1/workflows/{key}', { onSuccess: again });
  const remove = api.useMutation('delete', '/api/v1/workflows/{key}', { onSuccess: again, onError: tell.failed });
  const create = api.useMutation('post', '/api/v1/workflows', { onSuccess: again });
  const add = async ({ from, key, name, kind }: NewDrawing) => {
    const both = (what: 'start' | 'end') => ({ 'zh-CN': t(`kind.${what}`, { lng: 'zh-CN' }), en: t(`kind.${what}`, { lng: 'en' }) });
    const nodes = [{ ...fresh('start', 'start', both('start')), kind: { type: 'start' as const, next: 'end' } }, fresh('end', 'end', both('end'))];
    const definition = { id: key, version: 1, name: { 'zh-CN': name, en: name }, fallback: 'supervisor', nodes };
    const made = await create.mutateAsync({ body: from ? { from, key } : { definition, kinds: [kind], enabled: false } });
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
      {workflows.error ? <ProblemAlert error={workflows.error} retry={() => void workflows.refetch()} /> : null}
      <DrawingList
        items={(workflows.data?.items ?? []).map((one) => ({ ...one, name: inLanguage(one.draft?.name ?? names.get(one.key), language), draft: one.draft != null }))}
        loading={workflows.isPending}
        empty={t('empty')}
        onChange={(one, body) => patch.mutateAsync({ params: { path: { key: one.key }, header: ifMatch(one.version) }, body }, { onError: tell.failed })}
        onRemove={(one) => remove.mutate({ params: { path: { key: one.key }, header: ifMatch(one.version) } })}
      />
      {adding ? (
        <NewModal title={t('new')} shipped={(shipped.data?.items ?? []).map(({ id, name }) => ({ key: id, name: inLanguage(name, language) }))} onCreate={add} onClose={() => setAdding(false)} />
      ) : null}
    </Page>
  );
}
