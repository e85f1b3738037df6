import { Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { values } from '../../../../api/values';
import { useValue } from '../../../../words/use';
import { CodeSelect } from '../../../../parts/codes/code_select';
import { usePersonOptions, useQueueOptions } from '../../../../parts/people/options';
import type { Filters, Name } from './filters';

const DuePicker = lazy(async () => ({ default: (await import('./due_picker')).DuePicker }));

const SCHEMAS = { kind: 'TicketKind', case: 'CaseStatus', goods: 'GoodsStatus', money: 'MoneyStatus', dispute: 'DisputeStatus', priority: 'Priority' } as const;

/** One filter as people choose it. */
export function FilterChoice({ name, value, onChange, wide }: { name: Name; value: string | undefined; onChange: (changes: Filters) => void; wide: boolean }) {
  const { t } = useTranslation('tickets');
  const say = useValue();
  const [queues, people] = [useQueueOptions(), usePersonOptions()];
  const label = t(`filter.${name}`);
  const style = wide ? { width: '100%' } : { minWidth: 120 };
  const set = (next: string | undefined) => onChange({ [name]: next ?? '' });
  if (name === 'problem_type') return <CodeSelect group="problem" label={label} style={style} value={value} onChange={set} />;
  if (name === 'channel') return <CodeSelect group="channel" label={label} style={style} value={value} onChange={set} />;
  if (name === 'due_before') {
    return (
      <Suspense fallback={null}>
        <DuePicker label={label} style={style} value={value} onChange={set} />
      </Suspense>
    );
  }
  const schema = name in SCHEMAS ? SCHEMAS[name as keyof typeof SCHEMAS] : null;
  const options = schema ? values[schema].map((one) => ({ value: one, label: say(schema, one as never) })) : name === 'queue' ? queues : people;
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={style}
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      options={options}
      onChange={(next: string | undefined) => set(next)}
    />
  );
}
