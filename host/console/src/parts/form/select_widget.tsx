import { ariaDescribedByIds, type WidgetProps } from '@rjsf/utils';
import { Select } from 'antd';

/** A choice of the form library with the label that its own lacks for screen readers; choices are named by their place. */
export function SelectWidget({ id, value, options, multiple, disabled, readonly, label, placeholder, onChange, onBlur, onFocus }: WidgetProps) {
  const choices = options.enumOptions ?? [];
  const at = (one: unknown) => choices.findIndex((choice) => choice.value === one);
  const common = {
    id,
    'aria-label': label,
    'aria-describedby': ariaDescribedByIds(id),
    disabled: disabled || readonly,
    placeholder,
    style: { width: '100%' },
    options: choices.map((choice, place) => ({ value: place, label: choice.label })),
    showSearch: { optionFilterProp: 'label' },
    onBlur: () => onBlur(id, value),
    onFocus: () => onFocus(id, value),
  };
  if (multiple) {
    const chosen = (Array.isArray(value) ? value : []).map(at).filter((place) => place >= 0);
    return <Select<number[]> {...common} mode="multiple" value={chosen} onChange={(places) => onChange(places.map((place) => choices[place]?.value as unknown))} />;
  }
  const chosen = at(value);
  return <Select<number | null> {...common} allowClear value={chosen < 0 ? null : chosen} onChange={(place) => onChange(place == null ? undefined : (choices[place]?.value as unknown))} />;
}
