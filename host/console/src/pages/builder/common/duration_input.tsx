import { InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Unit, UNITS, unitOf } from './duration';

/** A length of time as a number and its unit; the API counts seconds. */
export function DurationInput({ id, label, value, onChange }: { id?: string; label: string; value: number; onChange: (seconds: number) => void }) {
  const { t } = useTranslation('builder');
  const [unit, setUnit] = useState<Unit>(() => unitOf(value));
  return (
    <Space.Compact>
      <InputNumber
        id={id}
        aria-label={label}
        min={0}
        max={100_000}
        precision={0}
        value={Math.round(value / UNITS[unit])}
        onChange={(amount) => onChange((amount ?? 0) * UNITS[unit])}
        style={{ width: 90 }}
      />
      <Select<Unit>
        aria-label={t('unit.label')}
        value={unit}
        style={{ width: 96 }}
        options={(Object.keys(UNITS) as Unit[]).map((one) => ({ value: one, label: t(`unit.${one}`) }))}
        onChange={(next) => {
          onChange(Math.round(value / UNITS[unit]) * UNITS[next]);
          setUnit(next);
        }}
      />
    </Space.Compact>
  );
}

/** A length of time in words. */
export function useDuration(): (seconds: number) => string {
  const { t } = useTranslation('builder');
  return (seconds) => {
    const unit = unitOf(seconds);
    return t('unit.said', { amount: seconds / UNITS[unit], unit: t(`unit.${unit}`) });
  };
}
