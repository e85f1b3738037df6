import { Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';
import { CodeSelect } from '../../../parts/codes/code_select';
import type { Fault } from '../../../words/fault';
import type { Draft } from './draft';
import { Place } from './place';

/** What every ticket has: a subject, the customer's words, how urgent it is, where it came from. */
export function Details({
  draft,
  subject,
  onChange,
  faults,
}: {
  draft: Draft;
  /** What it is called when nobody types a subject. */
  subject: string;
  onChange: (changes: Partial<Draft>) => void;
  faults: Fault[];
}) {
  const { t } = useTranslation('new_ticket');
  const say = useValue();
  return (
    <Form layout="vertical" component="div">
      <Place at="/subject" id="subject" label={t('details.subject')} faults={faults}>
        <Input id="subject" maxLength={300} placeholder={subject} value={draft.subject} onChange={({ target }) => onChange({ subject: target.value })} />
      </Place>
      <Place at="/description" id="description" label={t('details.description')} faults={faults}>
        <Input.TextArea id="description" maxLength={20_000} autoSize={{ minRows: 3, maxRows: 12 }} value={draft.description} onChange={({ target }) => onChange({ description: target.value })} />
      </Place>
      <Flex gap="middle" wrap>
        <Place at="/problem_type" id="problem" label={t('details.problem')} faults={faults}>
          <CodeSelect id="problem" group="problem" label={t('details.problem')} style={{ width: 180 }} value={draft.problem} onChange={(problem) => onChange({ problem })} />
        </Place>
        <Place at="/channel" id="channel" label={t('details.channel')} faults={faults}>
          <CodeSelect id="channel" group="channel" label={t('details.channel')} style={{ width: 180 }} allowClear={false} value={draft.channel} onChange={(channel) => onChange({ channel: channel ?? 'phone' })} />
        </Place>
        <Place at="/priority" id="priority" label={t('details.priority')} faults={faults}>
          <Select
            id="priority"
            style={{ width: 140 }}
            value={draft.priority}
            options={values.Priority.map((value) => ({ value, label: say('Priority', value) }))}
            onChange={(priority) => onChange({ priority })}
          />
        </Place>
      </Flex>
    </Form>
  );
}
