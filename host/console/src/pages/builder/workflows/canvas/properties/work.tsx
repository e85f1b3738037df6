import { Form, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import type { Workflow } from '../edit';
import type { Node } from '../ways';
import { Buttons } from './buttons';
import { RoleSelect, WhoEditor } from './who';

type Mode = Schemas['WorkflowMode'];

/** Who does a node, how many must agree, and what they can press. */
export function WorkEditor({ workflow, node, work, onChange }: {
  workflow: Workflow;
  node: Node;
  work: Schemas['WorkflowWork'];
  onChange: (work: Schemas['WorkflowWork']) => void;
}) {
  const { t } = useTranslation('workflows');
  return (
    <>
      <Form.Item label={t('work.who')}>
        <WhoEditor label={t('work.who')} workflow={workflow} value={work.who} onChange={(who) => onChange({ ...work, who })} />
      </Form.Item>
      <Form.Item label={t('work.fallback')} help={t('work.fallback_help')}>
        <RoleSelect label={t('work.fallback')} value={work.fallback} onChange={(role) => onChange({ ...work, fallback: role || null })} />
      </Form.Item>
      <Form.Item label={t('button.title')}>
        <Buttons workflow={workflow} buttons={work.buttons} approval={node.kind.type === 'approval'} onChange={(buttons) => onChange({ ...work, buttons })} />
      </Form.Item>
    </>
  );
}

/** How many of those who may agree must agree. */
export function ModeEditor({ mode, onChange }: { mode: Mode; onChange: (mode: Mode) => void }) {
  const { t } = useTranslation('workflows');
  const many = typeof mode === 'string' ? null : mode.at_least;
  return (
    <>
      <Form.Item label={t('mode.title')}>
        <Select<'any' | 'all' | 'at_least' | 'in_order'>
          aria-label={t('mode.title')}
          value={typeof mode === 'string' ? mode : 'at_least'}
          options={(['any', 'all', 'at_least', 'in_order'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={(value) => onChange(value === 'at_least' ? { at_least: { n: 2 } } : value)}
        />
      </Form.Item>
      {many ? (
        <>
          <Form.Item label={t('mode.n')} htmlFor="mode-n">
            <InputNumber id="mode-n" min={1} max={20} precision={0} value={many.n} onChange={(n) => onChange({ at_least: { ...many, n: n ?? 1 } })} />
          </Form.Item>
          <Form.Item label={t('mode.veto')} htmlFor="mode-veto" layout="horizontal">
            <Switch id="mode-veto" checked={many.veto ?? false} onChange={(veto) => onChange({ at_least: { ...many, veto } })} />
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
