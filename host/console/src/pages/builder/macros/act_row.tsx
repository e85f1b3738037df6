import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';
import { Pick } from '../common/pickers';

type Act = Schemas['MacroAct'];
const ACTS = ['reply', 'request_information', 'set_priority', 'add_tag', 'assign'] as const;

function begin(act: Act['act']): Act {
  switch (act) {
    case 'reply':
      return { act, internal: false };
    case 'request_information':
      return { act, fields: [] };
    case 'set_priority':
      return { act, priority: 'high' };
    case 'add_tag':
      return { act, tag: '' };
    case 'assign':
      return { act, queue: null, assignee: null };
  }
}

/** One thing that a macro does to a ticket. */
export function ActRow({ value, onChange }: { value: Act; onChange: (value: Act) => void }) {
  const { t } = useTranslation('builder');
  const say = useValue();
  return (
    <>
      <Select<Act['act']> aria-label={t('macros.act_label')} style={{ width: 160 }} value={value.act} options={ACTS.map((one) => ({ value: one, label: t(`macros.act.${one}`) }))} onChange={(act) => onChange(begin(act))} />
      {value.act === 'reply' ? (
        <Checkbox checked={value.internal ?? false} onChange={(event) => onChange({ ...value, internal: event.target.checked })}>
          {t('macros.internal')}
        </Checkbox>
      ) : null}
      {value.act === 'request_information' ? (
        <Select mode="tags" open={false} suffix={null} aria-label={t('macros.fields')} placeholder={t('macros.fields')} style={{ minWidth: 240 }} value={value.fields ?? []} onChange={(fields) => onChange({ ...value, fields })} />
      ) : null}
      {value.act === 'set_priority' ? (
        <Select aria-label={t('macros.priority')} style={{ width: 120 }} value={value.priority} options={values.Priority.map((one) => ({ value: one, label: say('Priority', one) }))} onChange={(priority) => onChange({ ...value, priority })} />
      ) : null}
      {value.act === 'add_tag' ? <Input aria-label={t('macros.tag')} placeholder={t('macros.tag')} style={{ width: 160 }} value={value.tag} onChange={(event) => onChange({ ...value, tag: event.target.value })} /> : null}
      {value.act === 'assign' ? (
        <>
          <Pick of="queue" allowClear aria-label={t('macros.queue')} placeholder={t('macros.queue')} style={{ width: 180 }} value={value.queue ?? null} onChange={(queue) => onChange({ ...value, queue: queue ?? null })} />
          <Pick of="person" allowClear aria-label={t('macros.person')} placeholder={t('macros.person')} style={{ width: 200 }} value={value.assignee ?? null} onChange={(assignee) => onChange({ ...value, assignee: assignee ?? null })} />
        </>
      ) : null}
    </>
  );
}
