import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { DurationInput } from '../common/duration_input';
import { FaultText } from '../common/faults';
import { freeKey } from '../common/key_hint';
import { ActionRow } from './action_row';

type Step = Schemas['EscalationStep'];
type When = Schemas['When'];
const KINDS = ['percent', 'before', 'after'] as const;

function kindOf(when: When): (typeof KINDS)[number] {
  return 'percent' in when ? 'percent' : 'before_seconds' in when ? 'before' : 'after';
}

function WhenInput({ value, onChange }: { value: When; onChange: (value: When) => void }) {
  const { t } = useTranslation('builder');
  return (
    <Flex gap={4} wrap>
      <Select
        aria-label={t('sla.when')}
        style={{ width: 170 }}
        value={kindOf(value)}
        options={KINDS.map((one) => ({ value: one, label: t(`sla.at.${one}`) }))}
        onChange={(kind) => onChange(kind === 'percent' ? { percent: 100 } : kind === 'before' ? { before_seconds: 600 } : { after_seconds: 600 })}
      />
      {'percent' in value ? (
        <InputNumber aria-label={t('sla.percent')} min={1} max={1000} precision={0} value={value.percent} suffix="%" onChange={(percent) => onChange({ percent: percent ?? 100 })} />
      ) : 'before_seconds' in value ? (
        <DurationInput label={t('sla.at.before')} value={value.before_seconds} onChange={(before_seconds) => onChange({ before_seconds })} />
      ) : (
        <DurationInput label={t('sla.at.after')} value={value.after_seconds} onChange={(after_seconds) => onChange({ after_seconds })} />
      )}
    </Flex>
  );
}

/** The escalation of one promise: when, and what is done then. */
export function EditSteps({ value, at, onChange }: { value: Step[]; at: string; onChange: (value: Step[]) => void }) {
  const { t } = useTranslation('builder');
  const set = (index: number, part: Partial<Step>) => onChange(value.map((step, one) => (one === index ? { ...step, ...part } : step)));
  return (
    <Flex vertical gap="small">
      <b>{t('sla.steps')}</b>
      {value.map((step, index) => (
        <Card key={step.key} size="small">
          <Flex vertical gap="small">
            <Flex justify="space-between" gap="small">
              <WhenInput key={kindOf(step.when)} value={step.when} onChange={(when) => set(index, { when })} />
              <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('sla.remove_step', { number: index + 1 })} onClick={() => onChange(value.filter((_, one) => one !== index))} />
            </Flex>
            {step.actions.map((action, number) => (
              <div key={number}>
                <Flex gap={4} wrap>
                  <ActionRow value={action} onChange={(next) => set(index, { actions: step.actions.map((old, one) => (one === number ? next : old)) })} />
                  <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('sla.remove_action', { number: number + 1 })} onClick={() => set(index, { actions: step.actions.filter((_, one) => one !== number) })} />
                </Flex>
                <FaultText at={`${at}/${index}/actions/${number}/role`} />
                <FaultText at={`${at}/${index}/actions/${number}/event`} />
              </div>
            ))}
            <FaultText at={`${at}/${index}`} />
            <FaultText at={`${at}/${index}/when`} />
            <FaultText at={`${at}/${index}/actions`} />
            <span>
              <Button size="small" icon={<PlusOutlined />} onClick={() => set(index, { actions: [...step.actions, { do: 'remind_owner' }] })}>
                {t('sla.add_action')}
              </Button>
            </span>
          </Flex>
        </Card>
      ))}
      <span>
        <Button
          icon={<PlusOutlined />}
          onClick={() => onChange([...value, { key: freeKey('step', value.map(({ key }) => key)), when: { percent: 100 }, actions: [{ do: 'remind_owner' }] }])}
        >
          {t('sla.add_step')}
        </Button>
      </span>
    </Flex>
  );
}
