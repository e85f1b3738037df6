import type { WidgetProps } from '@rjsf/utils';
import { AmountInput } from './amount_input';

/** The currency an amount is listed under, from the place of its field. */
function currencyOf(id: string): string {
  return /_([A-Z]{3})(?:_|$)/.exec(id)?.[1] ?? 'CNY';
}

/** An amount that the plugin's schema can only call a whole number. */
export function MoneyWidget({ id, value, onChange, disabled, readonly, label }: WidgetProps) {
  const currency = currencyOf(id);
  return (
    <AmountInput
      id={id}
      label={`${label} ${currency}`}
      currency={currency}
      value={typeof value === 'number' ? value : null}
      disabled={(disabled ?? false) || (readonly ?? false)}
      onChange={(minor) => onChange(minor ?? undefined)}
    />
  );
}
