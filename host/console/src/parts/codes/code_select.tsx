import { Select } from 'antd';
import { type CSSProperties, useState } from 'react';
import { codes, type Group, useCode } from './codes';

/** Chooses a code by its word; a code of the shop's own can be typed. */
export function CodeSelect({
  group,
  label,
  value,
  onChange,
  id,
  allowClear = true,
  placeholder = label,
  style,
  status,
}: {
  group: Group;
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  id?: string;
  allowClear?: boolean;
  placeholder?: string;
  style?: CSSProperties;
  status?: 'error' | undefined;
}) {
  const word = useCode();
  const [typed, setTyped] = useState('');
  const known = new Set<string>(codes[group]);
  if (value) known.add(value);
  if (typed.trim()) known.add(typed.trim());
  return (
    <Select<string>
      {...(id ? { id } : {})}
      allowClear={allowClear}
      aria-label={label}
      placeholder={placeholder}
      popupMatchSelectWidth={false}
      style={{ minWidth: 130, ...style }}
      {...(status ? { status } : {})}
      showSearch={{
        searchValue: typed,
        onSearch: setTyped,
        filterOption: (input, option) => {
          const code = typeof option?.value === 'string' ? option.value : '';
          return `${word(group, code)} ${code}`.toLowerCase().includes(input.toLowerCase());
        },
      }}
      value={value ?? null}
      options={[...known].map((code) => ({ value: code, label: word(group, code) }))}
      onChange={(next: string | undefined) => {
        setTyped('');
        onChange(next);
      }}
    />
  );
}
