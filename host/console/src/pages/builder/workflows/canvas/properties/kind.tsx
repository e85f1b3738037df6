import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { values } from '../../../../../api/values';
import { useValue } from '../../../../../words/use';
import type { Workflow } from '../edit';
import { lead, type Node, ways } from '../ways';
import { Branches } from './branches';
import { JsonEditor } from './json';
import { Target } from './target';
import { WhoEditor } from './who';
import { ModeEditor } from './work';

/** What a node of its kind does, and where it leads. Where people decide, their buttons say the latter. */
export function KindProperties({ workflow, node, onChange }: { workflow: Workflow; node: Node; onChange: (part: Partial<Node>) => void }) {
  const { t } = useTranslation('workflows');
  const say = useValue();
  const { kind } = node;
  const own = ways(node).filter(({ port }) => port === 'next' || port === 'failed');
  const targets = own.map(({ port, to }) => <Target key={port} label={t(`way.${port}`)} workflow={workflow} value={to} onChange={(id) => onChange(lead(node, port, id))} />);
  switch (kind.type) {
    case 'condition':
    case 'split':
      return <Branches workflow={workflow} node={node} onChange={onChange} />;
    case 'join':
      return (
        <>
          <Form.Item label={t('join.wait')}>
            <Select aria-label={t('join.wait')} value={kind.wait ?? 'all'} options={values.WorkflowJoinWait.map((value) => ({ value, label: say('WorkflowJoinWait', value) }))} onChange={(wait) => onChange({ kind: { ...kind, wait } })} />
          </Form.Item>
          {targets}
        </>
      );
    case 'wait':
      return (
        <>
          {'signal' in kind.for ? (
            <Form.Item label={t('wait.signal')} htmlFor="wait-signal" help={t('wait.signal_help')}>
              <Input id="wait-signal" value={kind.for.signal} onChange={({ target }) => onChange({ kind: { ...kind, for: { signal: target.value } } })} />
            </Form.Item>
          ) : (
            <Target label={t('wait.subtask')} workflow={workflow} value={kind.for.subtask} onChange={(subtask) => onChange({ kind: { ...kind, for: { subtask } } })} />
          )}
          <Form.Item label={t('wait.early')} htmlFor="wait-early" layout="horizontal">
            <Switch id="wait-early" checked={kind.early ?? false} onChange={(early) => onChange({ kind: { ...kind, early } })} />
          </Form.Item>
          {targets}
        </>
      );
    case 'timer': {
      const [how, value] = 'after' in kind.when ? (['after', kind.when.after] as const) : 'after_business' in kind.when ? (['after_business', kind.when.after_business] as const) : (['until', kind.when.until] as const);
      const when = (name: 'after' | 'after_business' | 'until', text: string) => (name === 'after' ? { after: text } : name === 'after_business' ? { after_business: text } : { until: text });
      return (
        <>
          <Form.Item label={t('timer.how')}>
            <Select
              aria-label={t('timer.how')}
              value={how}
              options={(['after', 'after_business', 'until'] as const).map((name) => ({ value: name, label: t(`timer.${name}`) }))}
              onChange={(name) => onChange({ kind: { ...kind, when: when(name, name === 'until' ? 'now' : '1d') } })}
            />
          </Form.Item>
          <Form.Item label={t(`timer.${how}`)} htmlFor="timer-value" help={how === 'until' ? undefined : t('limit.span_help')}>
            <Input id="timer-value" value={value} onChange={({ target }) => onChange({ kind: { ...kind, when: when(how, target.value) } })} />
          </Form.Item>
          {targets}
        </>
      );
    }
    case 'hook':
      return (
        <>
          <Form.Item label={t('hook')}>
            <Select aria-label={t('hook')} value={kind.hook} options={values.Hook.map((value) => ({ value, label: say('Hook', value) }))} onChange={(hook) => onChange({ kind: { ...kind, hook } })} />
          </Form.Item>
          {targets}
        </>
      );
    case 'notify':
      return (
        <>
          <Form.Item label={t('notify.to')}>
            <WhoEditor label={t('notify.to')} workflow={workflow} value={kind.to} onChange={(to) => onChange({ kind: { ...kind, to } })} />
          </Form.Item>
          <Form.Item label={t('notify.template')} htmlFor="notify-template">
            <Input id="notify-template" value={kind.template} onChange={({ target }) => onChange({ kind: { ...kind, template: target.value } })} />
          </Form.Item>
          {targets}
        </>
      );
    case 'subtask':
      return (
        <>
          <Form.Item label={t('subtask.ticket')}>
            <Select allowClear aria-label={t('subtask.ticket')} value={kind.ticket ?? null} placeholder={t('subtask.none')} options={values.TicketKind.map((value) => ({ value, label: say('TicketKind', value) }))} onChange={(ticket) => onChange({ kind: { ...kind, ticket: ticket ?? null } })} />
          </Form.Item>
          <Target label={t('way.meanwhile')} workflow={workflow} value={kind.meanwhile} onChange={(id) => onChange({ kind: { ...kind, meanwhile: id || null } })} />
        </>
      );
    case 'end':
      return (
        <>
          <Form.Item label={t('end.outcome')} htmlFor="end-outcome">
            <Input id="end-outcome" value={kind.outcome} onChange={({ target }) => onChange({ kind: { ...kind, outcome: target.value } })} />
          </Form.Item>
          <Form.Item label={t('end.apply')}>
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('end.apply')} value={kind.apply ?? null} options={values.EventKind.map((value) => ({ value, label: say('EventKind', value) }))} onChange={(apply) => onChange({ kind: { ...kind, apply: apply ?? null } })} />
          </Form.Item>
        </>
      );
    case 'form':
      return null;
    case 'approval':
      return <ModeEditor mode={kind.mode ?? 'any'} onChange={(mode) => onChange({ kind: { ...kind, mode } })} />;
    case 'set':
      return (
        <>
          <Form.Item label={t('set.changes')} help={t('set.help')}>
            <JsonEditor value={kind.changes} onChange={(changes) => onChange({ kind: { ...kind, changes } })} />
          </Form.Item>
          {targets}
        </>
      );
    case 'start':
      return <>{targets}</>;
  }
}
