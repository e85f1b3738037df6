import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex, Tag, theme, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { useLanguage } from '../../../words/use';
import { type Day, monthOf } from './days';

const COLOUR = { open: undefined, closed: undefined, holiday: 'red', make_up: 'blue' } as const;

/** The names of the weekdays, Monday first. */
export function useWeekdays(): string[] {
  const language = useLanguage();
  const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, at) => names.format(Date.UTC(2024, 0, at + 1)));
}

/** A month as a calendar has it: working days with their hours, holidays, make-up days. */
export function Month({ calendar }: { calendar: Schemas['Calendar'] }) {
  const { t } = useTranslation('builder');
  const language = useLanguage();
  const weekdays = useWeekdays();
  const { token } = theme.useToken();
  const [month, setMonth] = useState(() => dayjs().startOf('month'));
  const title = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long' }).format(month.toDate());
  const weeks = monthOf(calendar, month.year(), month.month() + 1);
  const cell = (day: Day) => (
    <Flex vertical gap={2}>
      <span>{Number(day.date.slice(8))}</span>
      {day.kind === 'open' ? null : (
        <span>
          <Tag variant="outlined" color={COLOUR[day.kind]} style={{ margin: 0, whiteSpace: 'normal' }}>
            {day.name ? `${t(`calendars.day.${day.kind}`)} · ${day.name}` : t(`calendars.day.${day.kind}`)}
          </Tag>
        </span>
      )}
      {day.open.map(({ from, until }) => (
        <Typography.Text key={from} type="secondary" style={{ fontSize: 12 }}>
          {from.slice(0, 5)}–{until.slice(0, 5)}
        </Typography.Text>
      ))}
    </Flex>
  );
  const border = `1px solid ${token.colorBorderSecondary}`;
  return (
    <section aria-label={title}>
      <Flex align="center" gap="small" style={{ marginBottom: 8 }}>
        <Button icon={<LeftOutlined />} aria-label={t('calendars.before')} onClick={() => setMonth(month.subtract(1, 'month'))} />
        <b aria-live="polite">{title}</b>
        <Button icon={<RightOutlined />} aria-label={t('calendars.after')} onClick={() => setMonth(month.add(1, 'month'))} />
      </Flex>
      <table style={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' }}>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" style={{ padding: 4 }}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, at) => (
            <tr key={at}>
              {week.map((day, column) => (
                <td
                  key={column}
                  style={{ border, padding: 4, height: 74, verticalAlign: 'top', background: day && day.open.length === 0 ? token.colorFillQuaternary : undefined }}
                >
                  {day ? cell(day) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
