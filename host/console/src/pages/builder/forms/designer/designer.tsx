import { useQueryClient } from '@tanstack/react-query';
import { Flex, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../../api/client';
import { Page } from '../../../../parts/page';
import { useTell } from '../../../../parts/problem';
import { inLanguage, useLanguage } from '../../../../words/use';
import { Bar } from '../../drawing/bar';
import { Editions } from '../../drawing/editions';
import { Findings } from '../../drawing/findings';
import { Leaving } from '../../drawing/leaving';
import { useDrawing } from '../../drawing/use_drawing';
import { useSettled } from '../../../../parts/use_settled';
import { Drawing } from './drawing';
import { placeOf } from './edit';
import { Preview } from './preview';
import type { Selected } from './selected';

type Form = Schemas['FormDefinition'];

/** The designer of one form. */
export function Designer({ view, first }: { view: Schemas['DrawingView_FormDefinition']; first: Form }) {
  const { t } = useTranslation(['forms', 'drawing']);
  const language = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const [selected, setSelected] = useState<Selected>(null);
  const [look, setLook] = useState<'draw' | 'preview'>('draw');
  const [editions, setEditions] = useState(false);
  const params = { path: { key: view.key } };
  const put = api.useMutation('put', '/api/v1/forms/{key}/draft');
  const publish = api.useMutation('post', '/api/v1/forms/{key}/publish');
  const drawing = useDrawing(view, first, {
    path: '/api/v1/forms',
    put: (version, body) => put.mutateAsync({ params: { ...params, header: ifMatch(version) }, body }),
    publish: (version) => publish.mutateAsync({ params: { ...params, header: ifMatch(version) } }),
    keep: (next) => client.setQueryData(api.queryOptions('get', '/api/v1/forms/{key}', { params }).queryKey, next),
  });
  const { history } = drawing;
  const form = history.now;
  const settled = useSettled(form);
  const check = api.useQuery('post', '/api/v1/forms/check', { body: settled }, { placeholderData: (before) => before });
  const past = api.useQuery('get', '/api/v1/forms/{key}/editions', { params }, { enabled: editions });
  const findings = check.data?.items ?? [];
  const where = (path: string) => {
    const place = placeOf(path);
    const field = place ? form.sections[place.section]?.fields[place.field] : undefined;
    return inLanguage(field?.label, language) || field?.key || path || t('forms:whole');
  };
  return (
    <Page
      title={inLanguage(form.title, language) || view.key}
      actions={
        <Bar
          drawing={drawing}
          errors={findings.filter(({ severity }) => severity === 'error').length}
          onEditions={() => setEditions(true)}
        />
      }
    >
      <Leaving unsaved={drawing.unsaved} />
      <Flex>
        <Segmented
          aria-label={t('forms:look')}
          value={look}
          options={[
            { value: 'draw', label: t('forms:draw') },
            { value: 'preview', label: t('forms:preview') },
          ]}
          onChange={setLook}
        />
      </Flex>
      <Findings
        error={check.error}
        checking={form !== settled || check.isFetching}
        items={findings.map(({ severity, path, message }) => {
          const place = placeOf(path);
          return { severity, message, where: where(path), go: () => (setLook('draw'), setSelected(place)) };
        })}
      />
      {look === 'draw' ? (
        <Drawing form={form} findings={findings} selected={selected} onSelect={setSelected} put={history.put} />
      ) : (
        <Preview form={form} />
      )}
      {editions ? (
        <Editions
          query={past}
          current={view.published}
          show={(definition) => <Preview form={definition} />}
          onRestore={(definition) => {
            history.put(() => definition);
            setSelected(null);
            setEditions(false);
            tell.done(t('drawing:editions.restored'));
          }}
          onClose={() => setEditions(false)}
        />
      ) : null}
    </Page>
  );
}
