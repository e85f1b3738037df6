import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { useValue } from '../../../../../words/use';
import type { Workflow } from '../edit';
import { Target } from './target';
import { WhoEditor } from './who';

type Escalation = Schemas['WorkflowEscalation'];
const SORTS = ['remind', 'raise_priority', 'tell', 'hand_over', 'go', 'apply', 'emit'] as const;
type Sort = (typeof SORTS)[number];

const sortOf = (what: Escalation): Sort => (typeof what === 'string' ? what : (SORTS.find((sort) => sort in what) ?? 'remind'));

function fresh(sort: Sort): Escalation {
  switch (sort) {
    case 'remind':
      return sort;
    case 'raise_priority':
      return { raise_priority: 'high' };
    case 'tell':
      return { tell: { to: [{ role: 'supervisor' }], template: '' } };
    case 'hand_over':
      return { hand_over: { to: [{ role: 'supervisor' }], keep: true } };
    case 'go':
      return { go: '' };
    case 'apply':
      return { apply: 'expired' };
    case 'emit':
      return { emit: '' };
  }
}

/** What happens when a step of a time limit is reached. */
export function Escalations({ workflow, value, onChange }: { workflow: Workflow; value: Escalation[]; onChange: (what: Escalation[]) => void }) {
  const { t } = useTranslation('workflows');
  const { t: common } = useTranslation();
  return (
    <Flex vertical gap="small">
      {value.map((what, at) => (
        <Flex key={at} vertical gap={4}>
          <Flex gap={4}>
            <Select aria-label={t('late.what')} style={{ flex: 1 }} value={sortOf(what)} options={SORTS.map((sort) => ({ value: sort, label: t(`late.${sort}`) }))} onChange={(sort) => onChange(value.with(at, fresh(sort)))} />
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${at + 1}`} onClick={() => onChange(value.toSpliced(at, 1))} />
          </Flex>
          <Detail workflow={workflow} what={what} onChange={(next) => onChange(value.with(at, next))} />
        </Flex>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...value, 'remind'])}>
        {t('late.add')}
      </Button>
    </Flex>
  );
}

function Detail({ workflow, what, onChange }: { workflow: Workflow; what: Escalation; onChange: (what: Escalation) => void }) {
  const { t } = useTranslation('workflows');
  const say = useValue();
  if (typeof what === 'string') return null;
  if ('raise_priority' in what) {
    return <Select aria-label={t('late.raise_priority')} value={what.raise_priority} options={values.Priority.map((value) => ({ value, label: say('Priority', value) }))} onChange={(raise_priority) => onChange({ raise_priority })} />;
  }
  if ('tell' in what) {
    return (
      <>
        <WhoEditor label={t('late.tell')} workflow={workflow} value={what.tell.to} onChange={(to) => onChange({ tell: { ...what.tell, to } })} />
        <Input aria-label={t('notify.template')} placeholder={t('notify.template')} value={what.tell.template} onChange={({ target }) => onChange({ tell: { ...what.tell, template: target.value } })} />
      </>
    );
  }
  if ('hand_over' in what) {
    const { hand_over } = what;
    return (
      <>
        <WhoEditor label={t('late.hand_over')} workflow={workflow} value={hand_over.to} onChange={(to) => onChange({ hand_over: { ...hand_over, to } })} />
        <label>
          <Switch size="small" checked={hand_over.keep ?? false} onChange={(keep) => onChange({ hand_over: { ...hand_over, keep } })} /> {t('late.keep')}
        </label>
      </>
    );
  }
  if ('go' in what) return <Target bare label={t('late.go')} workflow={workflow} value={what.go} onChange={(go) => onChange({ go })} />;
  if ('apply' in what) {
    return <Select showSearch={{ optionFilterProp: 'label' }} aria-label={t('late.apply')} value={what.apply} options={values.EventKind.map((value) => ({ value, label: say('EventKind', value) }))} onChange={(apply) => onChange({ apply })} />;
  }
  return <Input aria-label={t('late.emit')} value={what.emit} onChange={({ target }) => onChange({ emit: target.value })} />;
}
