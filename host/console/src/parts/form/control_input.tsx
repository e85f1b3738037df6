import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../words/use';
import type { Field, FileAnswer, Goods } from './definition';
import { FilesAnswer } from './files_answer';
import { GoodsAnswer } from './goods_answer';

/** What a form is asked in: whom and what may be chosen, and where files go. */
export interface Surroundings {
  /** Currency of its amounts. */
  currency: string;
  /** Lines of the order. */
  goods?: Goods[];
  /** People who may be chosen. */
  people?: { value: string; label: string }[];
  /** Sends a file for a control; fails with what the server said. */
  upload?: (file: File, control: 'image' | 'video' | 'attachment', progress: (percent: number) => void) => Promise<FileAnswer>;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** How one question is answered (Z1). */
export function ControlInput({
  id,
  field,
  label,
  value,
  onChange,
  surroundings,
}: {
  id: string;
  field: Field;
  label: string;
  value: unknown;
  onChange: (answer: unknown) => void;
  surroundings: Surroundings;
}) {
  const { t } = useTranslation('form');
  const language = useLanguage();
  const { control } = field;
  const common = { id, disabled: field.locked ?? false };
  const typed = { ...common, value: text(value), onChange: ({ target }: { target: { value: string } }) => onChange(target.value) };
  const named = (options: { value: string; label: Record<string, string> }[]) =>
    options.map((option) => ({ value: option.value, label: inLanguage(option.label, language) || option.value }));
  const chosen = { ...common, 'aria-label': label, allowClear: true, placeholder: t('choose'), showSearch: { optionFilterProp: 'label' }, style: { width: '100%' } };
  switch (control.type) {
    case 'text':
      return <Input {...typed} maxLength={control.max_length} />;
    case 'long_text':
      return <Input.TextArea {...typed} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={control.max_length} />;
    case 'phone':
      return <Input {...typed} inputMode="tel" autoComplete="tel" />;
    case 'number':
      return (
        <InputNumber<number>
          {...common}
          style={{ width: 200 }}
          precision={control.decimals ?? 0}
          min={control.min ?? undefined}
          max={control.max ?? undefined}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'money':
      // An amount stays the text that was typed: the server reads its digits.
      return <Input {...typed} style={{ width: 200 }} inputMode="decimal" suffix={surroundings.currency} />;
    case 'checkbox':
      return (
        <Checkbox {...common} checked={value === true} onChange={({ target }) => onChange(target.checked)}>
          {label}
        </Checkbox>
      );
    case 'select':
      return <Select<string> {...chosen} value={text(value) || null} options={named(control.options)} onChange={onChange} />;
    case 'multi_select':
      return <Select<string[]> {...chosen} mode="multiple" value={Array.isArray(value) ? (value as string[]) : []} options={named(control.options)} onChange={onChange} />;
    case 'date':
      return (
        <DatePicker
          {...common}
          value={text(value) ? dayjs(text(value)) : null}
          {...(control.min ? { minDate: dayjs(control.min) } : {})}
          {...(control.max ? { maxDate: dayjs(control.max) } : {})}
          onChange={(day: dayjs.Dayjs | null) => onChange(day ? day.format('YYYY-MM-DD') : null)}
        />
      );
    case 'date_time':
      return (
        <DatePicker
          {...common}
          disabled={common.disabled || control.auto != null}
          showTime
          value={text(value) ? dayjs(text(value)) : null}
          onChange={(moment: dayjs.Dayjs | null) => onChange(moment ? moment.toISOString() : null)}
        />
      );
    case 'image':
    case 'video':
    case 'attachment':
      return <FilesAnswer id={id} field={field} control={control} label={label} value={value} onChange={onChange} upload={surroundings.upload} />;
    case 'person':
      return surroundings.people ? (
        <Select<string> {...chosen} value={text(value) || null} options={surroundings.people} onChange={onChange} />
      ) : (
        <Input {...typed} />
      );
    case 'order_lines':
      return <GoodsAnswer id={id} label={label} quantities={control.quantities ?? true} goods={surroundings.goods ?? []} value={value} onChange={onChange} />;
    case 'related':
      return <Input {...typed} maxLength={200} />;
  }
}
