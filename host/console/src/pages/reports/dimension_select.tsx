import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { values } from '../../api/values';
import { codes, useCode } from '../../parts/codes/codes';
import { usePersonOptions, useQueueOptions } from '../../parts/people/options';
import { useValue } from '../../words/use';

interface Option {
  value: string;
  label: string;
}

/** What is known of the values of a dimension; others are typed. */
function useKnown(of: Schemas['ReportDimension']): Option[] {
  const [say, code, people, queues] = [useValue(), useCode(), usePersonOptions(), useQueueOptions()];
  return useMemo(() => {
    switch (of) {
      case 'kind':
        return values.TicketKind.map((value) => ({ value, label: say('TicketKind', value) }));
      case 'case':
        return values.CaseStatus.map((value) => ({ value, label: say('CaseStatus', value) }));
      case 'channel':
      case 'reason':
        return codes[of].map((value) => ({ value, label: code(of, value) }));
      case 'problem_type':
        return codes.problem.map((value) => ({ value, label: code('problem', value) }));
      case 'assignee':
        return people;
      case 'queue':
        return queues;
      default:
        return [];
    }
  }, [of, say, code, people, queues]);
}

/** Chooses values of a dimension by their words, or types one; `many` allows several. */
export function DimensionSelect({ of, chosen, many = false, onChoose }: { of: Schemas['ReportDimension']; chosen: string[]; many?: boolean; onChoose: (values: string[]) => void }) {
  const { t } = useTranslation('reports');
  const say = useValue();
  const [typed, setTyped] = useState('');
  const options = useKnown(of);
  const name = say('ReportDimension', of);
  if (many) {
    return <Select<string[]> mode="tags" style={{ flex: 1, minWidth: 200 }} aria-label={name} placeholder={t('build.any_of')} showSearch={{ optionFilterProp: 'label' }} value={chosen} options={options} onChange={onChoose} />;
  }
  const others = [...chosen, typed.trim()].filter((value) => value && !options.some((one) => one.value === value)).map((value) => ({ value, label: value }));
  return (
    <Select<string>
      allowClear
      aria-label={name}
      placeholder={name}
      style={{ minWidth: 130 }}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label', searchValue: typed, onSearch: setTyped }}
      value={chosen[0] ?? null}
      options={[...options, ...others]}
      onChange={(value: string | undefined) => {
        setTyped('');
        onChoose(value ? [value] : []);
      }}
    />
  );
}
