import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConditionEditor } from '../../../drawing/condition_editor';
import { NamesInput } from '../../../drawing/names_input';
import type { Workflow } from '../edit';
import { useFacts } from '../facts';
import type { Node } from '../ways';
import { Target } from './target';

/** The ways of a condition, of which the first that holds is taken, or of a split, which takes all. */
export function Branches({ workflow, node, onChange }: { workflow: Workflow; node: Node; onChange: (part: Partial<Node>) => void }) {
  const { t } = useTranslation('workflows');
  const { t: common } = useTranslation();
  const facts = useFacts(workflow);
  const { kind } = node;
  if (kind.type === 'split') {
    return (
      <Form.Item label={t('branch.split')}>
        <Flex vertical gap="small">
          {kind.branches.map((to, at) => (
            <Flex key={at} gap={4}>
              <Target bare label={t('branch.number', { at: at + 1 })} workflow={workflow} value={to} onChange={(id) => onChange({ kind: { ...kind, branches: kind.branches.with(at, id) } })} />
              <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${at + 1}`} onClick={() => onChange({ kind: { ...kind, branches: kind.branches.toSpliced(at, 1) } })} />
            </Flex>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => onChange({ kind: { ...kind, branches: [...kind.branches, ''] } })}>
            {t('branch.add')}
          </Button>
          <Target label={t('branch.join')} workflow={workflow} value={kind.join} onChange={(join) => onChange({ kind: { ...kind, join } })} />
        </Flex>
      </Form.Item>
    );
  }
  if (kind.type !== 'condition') return null;
  const { branches } = kind;
  const set = (at: number, change: Partial<(typeof branches)[number]>) => onChange({ kind: { ...kind, branches: branches.map((branch, index) => (index === at ? { ...branch, ...change } : branch)) } });
  return (
    <Flex vertical gap="small">
      {branches.map((branch, at) => (
        <Card
          key={at}
          size="small"
          title={t('branch.number', { at: at + 1 })}
          extra={
            <Flex>
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={t('branch.up', { at: at + 1 })}
                onClick={() => onChange({ kind: { ...kind, branches: branches.toSpliced(at, 1).toSpliced(at - 1, 0, branch) } })}
              />
              <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${at + 1}`} onClick={() => onChange({ kind: { ...kind, branches: branches.toSpliced(at, 1) } })} />
            </Flex>
          }
        >
          <NamesInput label={t('properties.name')} value={branch.name} onChange={(name) => set(at, { name })} />
          <Form.Item label={t('branch.when')}>
            <ConditionEditor label={t('branch.when')} value={branch.when} facts={facts} onChange={(when) => set(at, { when })} />
          </Form.Item>
          <Target label={t('branch.to')} workflow={workflow} value={branch.next} onChange={(next) => set(at, { next })} />
        </Card>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange({ kind: { ...kind, branches: [...branches, { when: '', next: '' }] } })}>
        {t('branch.add')}
      </Button>
      <Target label={t('way.else')} workflow={workflow} value={kind.else} onChange={(id) => onChange({ kind: { ...kind, else: id } })} />
    </Flex>
  );
}
