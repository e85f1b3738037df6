import { DeleteOutlined } from '@ant-design/icons';
import { Alert, Button, Collapse, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { NamesInput } from '../../../drawing/names_input';
import { put as putNode, remove, rename, waits, works, type Workflow } from '../edit';
import { useSaid } from '../use_said';
import type { Node } from '../ways';
import { Fields } from './fields';
import { JsonEditor } from './json';
import { KindProperties } from './kind';
import { LimitEditor } from './limit';
import { WorkEditor } from './work';

/** Everything that can be said of a node. */
export function NodeProperties({ workflow, node, findings, onSelect, put }: {
  workflow: Workflow;
  node: Node;
  findings: Schemas['WorkflowFinding'][];
  onSelect: (id: string | null) => void;
  put: (change: (workflow: Workflow) => Workflow, what?: string) => void;
}) {
  const { t } = useTranslation(['workflows', 'drawing']);
  const { t: common } = useTranslation();
  const change = (part: Partial<Node>, what: string) => put((now) => putNode(now, node.id, (before) => ({ ...before, ...part })), `${node.id} ${what}`);
  const said = useSaid();
  const { work } = node;
  return (
    <>
      {findings.map((finding) => {
        const { title, more } = said(finding);
        return <Alert key={finding.message} type={finding.severity} showIcon title={title} description={more} style={{ marginBottom: 8 }} />;
      })}
      <NamesInput label={t('properties.name')} value={node.name} onChange={(name) => change({ name }, 'name')} />
      <KindProperties workflow={workflow} node={node} onChange={(next) => change(next, 'kind')} />
      {work ? <WorkEditor workflow={workflow} node={node} work={work} onChange={(next) => change({ work: next }, 'work')} /> : null}
      <Collapse
        size="small"
        ghost
        items={[
          ...(work ? [{ key: 'fields', label: t('fields.title'), children: <Fields workflow={workflow} fields={work.fields ?? {}} onChange={(fields) => change({ work: { ...work, fields } }, 'fields')} /> }] : []),
          ...(waits(node.kind.type) || node.limit
            ? [{ key: 'limit', label: t('limit.title'), children: <LimitEditor workflow={workflow} limit={node.limit ?? null} onChange={(limit) => change({ limit }, 'limit')} /> }]
            : []),
          {
            key: 'more',
            label: t('properties.more'),
            children: (
              <>
                <Id workflow={workflow} node={node} onSelect={onSelect} put={put} />
                <JsonEditor value={node} onChange={(next) => put((now) => ({ ...now, nodes: now.nodes.map((one) => (one.id === node.id ? { ...next, id: node.id } : one)) }))} />
              </>
            ),
          },
        ]}
        defaultActiveKey={works(node.kind.type) || node.limit ? ['limit'] : []}
      />
      {node.kind.type === 'start' ? null : (
        <Button
          danger
          icon={<DeleteOutlined />}
          onClick={() => {
            put((now) => remove(now, node.id));
            onSelect(null);
          }}
        >
          {common('actions.delete')}
        </Button>
      )}
    </>
  );
}

/** The id changes when it is complete, so that what follows it follows once. */
function Id({ workflow, node, onSelect, put }: {
  workflow: Workflow;
  node: Node;
  onSelect: (id: string | null) => void;
  put: (change: (workflow: Workflow) => Workflow) => void;
}) {
  const { t } = useTranslation('workflows');
  const [id, setId] = useState(node.id);
  const wrong = !/^[a-z][a-z0-9_]{0,63}$/.test(id) || (id !== node.id && workflow.nodes.some((one) => one.id === id));
  const take = () => {
    if (wrong || id === node.id) return;
    put((now) => rename(now, node.id, id));
    onSelect(id);
  };
  return (
    <Form.Item label={t('properties.id')} htmlFor="node-id" validateStatus={wrong ? 'error' : ''} help={wrong ? t('properties.id_wrong') : undefined}>
      <Input id="node-id" value={id} onChange={({ target }) => setId(target.value)} onBlur={take} onPressEnter={take} />
    </Form.Item>
  );
}
