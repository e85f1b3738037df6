import { DatePicker, Flex, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../../parts/filters';

const NAMES = ['period', 'from', 'to'] as const;
const DAYS: Record<string, number> = { '7': 7, '30': 30, '90': 90, half: 182 };

/** The days that the address names; none where every report keeps to its own. */
export function usePeriod(): { from?: string; to?: string } {
  const [{ period, from, to }] = useFilters(NAMES);
  if (period === 'custom') return from && to ? { from, to } : {};
  const days = period ? DAYS[period] : undefined;
  return days ? { from: dayjs().subtract(days - 1, 'day').format('YYYY-MM-DD'), to: dayjs().format('YYYY-MM-DD') } : {};
}

/** Which days are shown. */
export function PeriodPicker() {
  const { t } = useTranslation('reports');
  const [{ period, from, to }, set] = useFilters(NAMES);
  return (
    <Flex gap="small" wrap>
      <Select
        aria-label={t('period.title')}
        style={{ minWidth: 150 }}
        value={period ?? 'own'}
        onChange={(next) => set({ period: next === 'own' ? null : next, from: null, to: null })}
        options={['own', '7', '30', '90', 'half', 'custom'].map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      {period === 'custom' ? (
        <DatePicker.RangePicker
          aria-label={t('period.custom')}
          value={from && to ? [dayjs(from), dayjs(to)] : null}
          onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
        />
      ) : null}
    </Flex>
  );
}
