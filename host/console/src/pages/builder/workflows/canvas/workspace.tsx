import { SwapOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
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
import type { Workflow } from './edit';
import { NodeTable } from './node_table';
import { useSaid } from './use_said';

/** The canvas of one workflow with everything around it. */
export function Workspace({ view, first }: { view: Schemas['DrawingView_WorkflowDefinition']; first: Workflow }) {
  const { t } = useTranslation(['workflows', 'drawing']);
  const language = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string | null>(null);
  const [editions, setEditions] = useState(false);
  const params = { path: { key: view.key } };
  const put = api.useMutation('put', '/api/v1/workflows/{key}/draft');
  const publish = api.useMutation('post', '/api/v1/workflows/{key}/publish');
  const drawing = useDrawing(view, first, {
    path: '/api/v1/workflows',
    put: (version, body) => put.mutateAsync({ params: { ...params, header: ifMatch(version) }, body }),
    publish: (version) => publish.mutateAsync({ params: { ...params, header: ifMatch(version) } }),
    keep: (next) => client.setQueryData(api.queryOptions('get', '/api/v1/workflows/{key}', { params }).queryKey, next),
  });
  const { history } = drawing;
  const said = useSaid();
  const workflow = history.now;
  const settled = useSettled(workflow);
  const check = api.useQuery('post', '/api/v1/workflows/check', { body: settled }, { placeholderData: (before) => before, retry: false });
  const past = api.useQuery('get', '/api/v1/workflows/{key}/editions', { params }, { enabled: editions });
  const findings = check.data?.items ?? [];
  const nameOf = (id: string | null | undefined) => inLanguage(workflow.nodes.find((node) => node.id === id)?.name, language) || id || t('workflows:whole');
  return (
    <Page
      title={inLanguage(workflow.name, language) || view.key}
      actions={
        <>
          {view.published ? (
            <Button icon={<SwapOutlined />} onClick={() => void navigate('migration')}>
              {t('workflows:migration.title')}
            </Button>
          ) : null}
          <Bar
            drawing={drawing}
            errors={findings.filter(({ severity }) => severity === 'error').length}
            onEditions={() => setEditions(true)}
          />
        </>
      }
    >
      <Leaving unsaved={drawing.unsaved} />
      <Flex vertical gap="middle">
        <Findings
          error={check.error}
          checking={workflow !== settled || check.isFetching}
          items={findings.map((finding) => {
            const { title, more } = said(finding);
            return { severity: finding.severity, message: `${title} — ${more}`, where: nameOf(finding.node), go: () => setSelected(finding.node ?? null) };
          })}
        />
        <ReactFlowProvider>
          <Drawing workflow={workflow} findings={findings} selected={selected} onSelect={setSelected} put={history.put} />
        </ReactFlowProvider>
      </Flex>
      {editions ? (
        <Editions
          query={past}
          current={view.published}
          show={(definition) => <NodeTable workflow={definition} />}
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
