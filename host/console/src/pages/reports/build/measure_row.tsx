import { Button, Flex, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useValue } from '../../../words/use';

type Measure = Schemas['ReportMeasure'];

/** A new measure of a kind, complete enough to be computed. */
export function newMeasure(kind: Measure['kind'], label: string, taken: string[]): Measure {
  let number = 1;
  while (taken.includes(`m${number}`)) number += 1;
  const measure: Measure = { key: `m${number}`, label, kind };
  if (kind === 'count_if' || kind === 'share') measure.flag = 'ended';
  if (kind === 'net_score') Object.assign(measure, { flag: 'promoter', less: 'detractor', of: 'rated' });
  if (kind === 'sum' || kind === 'average' || kind === 'percentile') measure.field = 'resolution_time';
  if (kind === 'percentile') measure.percent = 50;
  return measure;
}

/** One measure of the report being built. */
export function MeasureRow({ of: measure, onChange, onRemove }: { of: Measure; onChange: (next: Measure) => void; onRemove: () => void }) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const say = useValue();
  const flag = (name: 'flag' | 'of' | 'less') => (
    <Select allowClear={name === 'of'} aria-label={t(`build.${name}`)} placeholder={t(`build.${name}`)} style={{ minWidth: 130 }} value={measure[name] ?? undefined} onChange={(next) => onChange({ ...measure, [name]: next ?? null })} options={values.ReportFlag.map((value) => ({ value, label: say('ReportFlag', value) }))} />
  );
  return (
    <Flex gap="small" wrap align="center">
      <span>{say('MeasureKind', measure.kind)}</span>
      <Input aria-label={t('build.label')} style={{ width: 140 }} value={measure.label} onChange={(event) => onChange({ ...measure, label: event.target.value })} />
      {measure.field ? <Select aria-label={t('build.field')} style={{ minWidth: 130 }} value={measure.field} onChange={(field) => onChange({ ...measure, field })} options={values.ReportField.map((value) => ({ value, label: say('ReportField', value) }))} /> : null}
      {measure.flag ? flag('flag') : null}
      {measure.kind === 'net_score' ? flag('less') : null}
      {measure.kind === 'share' || measure.kind === 'net_score' ? flag('of') : null}
      {measure.kind === 'percentile' ? <InputNumber aria-label={t('build.percent')} min={1} max={99} value={measure.percent} onChange={(percent) => onChange({ ...measure, percent })} /> : null}
      <Button size="small" onClick={onRemove} aria-label={`${common('actions.delete')} ${measure.label}`}>
        {common('actions.delete')}
      </Button>
    </Flex>
  );
}
