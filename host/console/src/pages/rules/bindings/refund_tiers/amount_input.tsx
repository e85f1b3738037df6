import { Input } from 'antd';
import { useState } from 'react';
import { moneyText, parseMoney } from '../../../../parts/money';

/** An amount in minor units, typed as people write it; nothing typed is none. */
export function AmountInput({
  id,
  label,
  currency,
  value,
  placeholder,
  disabled,
  wrong = false,
  onChange,
}: {
  id?: string;
  label: string;
  currency: string;
  value: number | null;
  placeholder?: string;
  disabled: boolean;
  wrong?: boolean;
  onChange: (minor: number | null) => void;
}) {
  const written = value == null ? '' : moneyText({ minor: value, currency });
  const [typed, setTyped] = useState<{ text: string; of: number | null } | null>(null);
  // What is typed stays as it is typed, until the amount becomes another from elsewhere.
  const text = typed && typed.of === value ? typed.text : written;
  const amount = parseMoney(text, currency);
  const unreadable = text.trim() !== '' && !amount;
  return (
    <Input
      id={id}
      aria-label={label}
      style={{ width: 200 }}
      prefix={currency}
      inputMode="decimal"
      value={text}
      placeholder={placeholder}
      disabled={disabled}
      status={unreadable || wrong ? 'error' : ''}
      aria-invalid={unreadable || wrong}
      onChange={({ target }) => {
        // An amount that cannot be read yet is none, so that saving never keeps the one before it.
        const minor = parseMoney(target.value, currency)?.minor ?? null;
        setTyped({ text: target.value, of: minor });
        onChange(minor);
      }}
    />
  );
}
