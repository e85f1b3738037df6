import { Card, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import type { Workflow } from '../edit';
import { NodeProperties } from './node';
import { WorkflowProperties } from './workflow';

/** What can be said of the selected node, or of the workflow as a whole. */
export function Properties({ workflow, findings, selected, onSelect, put }: {
  workflow: Workflow;
  findings: Schemas['WorkflowFinding'][];
  selected: string | null;
  onSelect: (id: string | null) => void;
  put: (change: (workflow: Workflow) => Workflow, what?: string) => void;
}) {
  const { t } = useTranslation('workflows');
  const node = workflow.nodes.find(({ id }) => id === selected);
  return (
    <Card
      size="small"
      title={<h2 className="h">{node ? t(`kind.${node.kind.type}`) : t('whole')}</h2>}
      style={{ flex: '0 1 370px', minWidth: 300, maxHeight: 'calc(100vh - 170px)', overflowY: 'auto' }}
    >
      <Form layout="vertical" size="small">
        {node ? (
          <NodeProperties key={workflow.nodes.indexOf(node)} workflow={workflow} node={node} findings={findings.filter((one) => one.node === node.id)} onSelect={onSelect} put={put} />
        ) : (
          <WorkflowProperties workflow={workflow} put={put} />
        )}
      </Form>
    </Card>
  );
}
