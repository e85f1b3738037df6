import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../../parts/money';
import { useLanguage } from '../../../../words/use';
import type { Watched } from './limits';

/** How a watched thing stands, in its own unit. */
export function Measure({ limit, value, currency }: { limit: Watched; value: number | null; currency: string }) {
  const { t } = useTranslation('rules');
  const language = useLanguage();
  if (value == null) return <Typography.Text type="secondary">{t('bindings.guard.nothing')}</Typography.Text>;
  const number = (of: number) => of.toLocaleString(language, { maximumFractionDigits: 1 });
  switch (limit) {
    case 'fault_percent':
    case 'approval_percent':
      return <span className="number">{number(value)}%</span>;
    case 'approved_amount':
    case 'approved_per_customer':
      return <Money of={{ minor: value, currency }} />;
    case 'latency_p99_us':
      return <span className="number">{t('bindings.guard.ms', { value: number(value / 1_000) })}</span>;
    case 'fuel_p99':
      return <span className="number">{number(value)}</span>;
  }
}
