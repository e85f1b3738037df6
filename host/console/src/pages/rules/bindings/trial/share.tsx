import { Flex, InputNumber, Slider } from 'antd';
import { useTranslation } from 'react-i18next';

const MARKS = { 25: '25%', 50: '50%', 75: '75%', 100: '100%' };

/** How many of a hundred tickets a canary decides. */
export function Share({ percent, disabled = false, onChange }: { percent: number; disabled?: boolean; onChange: (percent: number) => void }) {
  const { t } = useTranslation('rules');
  return (
    <Flex gap="large" align="center" wrap>
      <Slider
        min={1}
        max={100}
        marks={MARKS}
        value={percent}
        disabled={disabled}
        onChange={onChange}
        tooltip={{ formatter: (value) => `${value ?? 0}%` }}
        ariaLabelForHandle={t('bindings.trial.share')}
        ariaValueTextFormatterForHandle={(value) => `${value}%`}
        style={{ flex: '1 1 200px', marginInlineEnd: 20 }}
      />
      <InputNumber aria-label={t('bindings.trial.share_typed')} min={1} max={100} precision={0} suffix="%" value={percent} disabled={disabled} onChange={(value) => onChange(value ?? 1)} style={{ width: 100 }} />
    </Flex>
  );
}
