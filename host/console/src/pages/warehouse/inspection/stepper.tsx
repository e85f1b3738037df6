import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

interface Shown {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  /** Draws the eye when something is wrong. */
  strong?: boolean;
}

/** A number that thumbs change. */
export function Stepper({ label, value, onChange, min = 0, max = 10_000, strong = false }: Shown) {
  const { t } = useTranslation('warehouse');
  return (
    <Flex align="center" justify="space-between" gap="small" role="group" aria-label={label} style={{ flex: '1 1 260px', maxWidth: 420 }}>
      {strong ? <b className="wrap">{label}</b> : <span className="wrap">{label}</span>}
      <Flex gap={4} align="center">
        <Button icon={<MinusOutlined />} aria-label={t('inspect.less', { what: label })} disabled={value <= min} onClick={() => onChange(value - 1)} />
        <InputNumber
          min={min}
          max={max}
          precision={0}
          controls={false}
          style={{ width: 56 }}
          inputMode="numeric"
          aria-label={label}
          value={value}
          onChange={(to) => onChange(to ?? min)}
        />
        <Button icon={<PlusOutlined />} aria-label={t('inspect.more', { what: label })} disabled={value >= max} onClick={() => onChange(value + 1)} />
      </Flex>
    </Flex>
  );
}
