import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { useValue } from '../../../../../words/use';
import type { Workflow } from '../edit';
import { Escalations } from './escalations';
import { SpanInput } from './span';

type Limit = Schemas['WorkflowLimit'];
type Step = Schemas['WorkflowStep'];

/** How long a node may take, and what happens when it takes longer. */
export function LimitEditor({ workflow, limit, onChange }: { workflow: Workflow; limit: Limit | null; onChange: (limit: Limit | null) => void }) {
  const { t } = useTranslation('workflows');
  const { t: common } = useTranslation();
  const say = useValue();
  if (!limit) {
    return (
      <Button icon={<PlusOutlined />} onClick={() => onChange({ within: '24h', clock: 'business' })}>
        {t('limit.add')}
      </Button>
    );
  }
  const steps = limit.steps ?? [];
  const set = (at: number, step: Step) => onChange({ ...limit, steps: steps.with(at, step) });
  return (
    <>
      <SpanInput label={t('limit.within')} value={limit.within} onChange={(within) => onChange({ ...limit, within })} />
      <Form.Item label={t('limit.clock')}>
        <Select aria-label={t('limit.clock')} value={limit.clock ?? 'calendar'} options={values.WorkflowClock.map((value) => ({ value, label: say('WorkflowClock', value) }))} onChange={(clock) => onChange({ ...limit, clock })} />
      </Form.Item>
      <Flex vertical gap="small">
        {steps.map((step, at) => (
          <Card
            key={at}
            size="small"
            title={t('limit.step', { at: at + 1 })}
            extra={<Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${at + 1}`} onClick={() => onChange({ ...limit, steps: steps.toSpliced(at, 1) })} />}
          >
            <SpanInput label={t('limit.after')} value={step.after} onChange={(after) => set(at, { ...step, after })} />
            <Form.Item label={t('limit.every')}>
              <Input aria-label={t('limit.every')} placeholder={t('limit.once')} value={step.every ?? ''} onChange={({ target }) => set(at, { ...step, every: target.value || null })} />
            </Form.Item>
            <Form.Item label={t('limit.only')}>
              <Select aria-label={t('limit.only')} value={step.only ?? 'open'} options={values.WorkflowOnly.map((value) => ({ value, label: say('WorkflowOnly', value) }))} onChange={(only) => set(at, { ...step, only })} />
            </Form.Item>
            <Escalations workflow={workflow} value={step.do} onChange={(what) => set(at, { ...step, do: what })} />
          </Card>
        ))}
        <Button icon={<PlusOutlined />} onClick={() => onChange({ ...limit, steps: [...steps, { after: limit.within, do: ['remind'] }] })}>
          {t('limit.add_step')}
        </Button>
        <Button danger icon={<DeleteOutlined />} onClick={() => onChange(null)}>
          {t('limit.remove')}
        </Button>
      </Flex>
    </>
  );
}
