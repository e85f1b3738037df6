import { Flex, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../refund_tiers/amount_input';
import type { Guardrails, Watched } from './limits';

/** Where a watched thing stops a rule, typed in its own unit. */
export function LimitInput({ limit, limits, disabled, onChange }: { limit: Watched; limits: Guardrails; disabled: boolean; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('rules');
  const label = t(`bindings.guard.limit.${limit}`);
  switch (limit) {
    case 'fault_percent':
      return <InputNumber aria-label={label} min={0} max={100} precision={0} suffix="%" disabled={disabled} value={limits.fault_percent} onChange={(value) => onChange(value ?? 0)} style={{ width: 140 }} />;
    case 'approval_percent': {
      const share = limits.approval_percent ?? {};
      return (
        <Flex gap={4} align="center" wrap>
          <InputNumber aria-label={`${label} ${t('bindings.guard.least')}`} placeholder={t('bindings.guard.least')} min={0} max={100} precision={0} suffix="%" disabled={disabled} value={share.min} onChange={(min) => onChange({ ...share, min })} style={{ width: 130 }} />
          <span aria-hidden>–</span>
          <InputNumber aria-label={`${label} ${t('bindings.guard.most')}`} placeholder={t('bindings.guard.most')} min={0} max={100} precision={0} suffix="%" disabled={disabled} value={share.max} onChange={(max) => onChange({ ...share, max })} style={{ width: 130 }} />
        </Flex>
      );
    }
    case 'approved_amount':
    case 'approved_per_customer': {
      const money = limits[limit];
      return money ? <AmountInput label={label} currency={money.currency} value={money.minor} disabled={disabled} wrong={money.minor <= 0} onChange={(minor) => onChange({ ...money, minor: minor ?? 0 })} /> : null;
    }
    case 'latency_p99_us':
      return <InputNumber aria-label={label} min={0.001} suffix="ms" disabled={disabled} value={(limits.latency_p99_us ?? 0) / 1_000} onChange={(value) => onChange(Math.round((value ?? 0) * 1_000))} style={{ width: 180 }} />;
    case 'fuel_p99':
      return <InputNumber aria-label={label} min={1} precision={0} disabled={disabled} value={limits.fuel_p99} onChange={(value) => onChange(value ?? 1)} style={{ width: 180 }} />;
  }
}
