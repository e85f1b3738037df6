import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { CSSProperties } from 'react';

/** By when something is owed. It comes when it is asked for: calendars weigh as much as the rest of the list. */
export function DuePicker({ label, style, value, onChange }: { label: string; style: CSSProperties; value: string | undefined; onChange: (at: string | undefined) => void }) {
  return (
    <DatePicker
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      aria-label={label}
      placeholder={label}
      style={style}
      value={value ? dayjs(value) : null}
      onChange={(at: dayjs.Dayjs | null) => onChange(at?.toISOString())}
    />
  );
}
