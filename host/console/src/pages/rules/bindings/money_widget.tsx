import type { WidgetProps } from '@rjsf/utils';
import { Input } from 'antd';
import { useState } from 'react';
import { moneyText, parseMoney } from '../../../parts/money';

/** The currency an amount is listed under, from the place of its field. */
function currencyOf(id: string): string {
  return /_([A-Z]{3})(?:_|$)/.exec(id)?.[1] ?? 'CNY';
}

/** An amount that the configuration keeps in minor units, typed as people write it; nothing is no limit. */
export function MoneyWidget({ id, value, onChange, disabled, readonly, label }: WidgetProps) {
  const currency = currencyOf(id);
  const [text, setText] = useState(() => (typeof value === 'number' ? moneyText({ minor: value, currency }) : ''));
  const wrong = text !== '' && !parseMoney(text, currency);
  return (
    <Input
      id={id}
      aria-label={`${label} ${currency}`}
      prefix={currency}
      value={text}
      disabled={disabled || readonly}
      status={wrong ? 'error' : ''}
      aria-invalid={wrong}
      onChange={({ target }) => {
        setText(target.value);
        if (target.value === '') onChange(null);
        // What cannot be read is kept as text, so that saving refuses it rather than the amount before it.
        else onChange(parseMoney(target.value, currency)?.minor ?? target.value);
      }}
    />
  );
}
