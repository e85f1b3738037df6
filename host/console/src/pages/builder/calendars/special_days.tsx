import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, DatePicker, Flex, Input } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { FaultText } from '../common/faults';
import { Blocks } from './blocks';

type SpecialDays = Schemas['SpecialDays'];
const FORMAT = 'YYYY-MM-DD';

/** Days that differ from their weekdays: holidays have no hours, make-up workdays have some. */
export function EditSpecialDays({ value, onChange }: { value: SpecialDays[]; onChange: (value: SpecialDays[]) => void }) {
  const { t } = useTranslation('builder');
  const set = (at: number, part: Partial<SpecialDays>) => onChange(value.map((row, one) => (one === at ? { ...row, ...part } : row)));
  return (
    <>
      <h2 className="h">{t('calendars.special')}</h2>
      <FaultText at="/days" />
      <Flex vertical gap="small" style={{ margin: '8px 0 16px' }}>
        {value.map((row, at) => (
          <Card key={at} size="small">
            <Flex gap="small" wrap align="start">
              <DatePicker.RangePicker
                aria-label={t('calendars.dates')}
                allowClear={false}
                value={[dayjs(row.first), dayjs(row.last ?? row.first)]}
                onChange={(range) => {
                  if (range?.[0] && range[1]) set(at, { first: range[0].format(FORMAT), last: range[1].format(FORMAT) });
                }}
              />
              <Input style={{ width: 160 }} aria-label={t('calendars.why')} placeholder={t('calendars.why')} value={row.name} onChange={(event) => set(at, { name: event.target.value })} />
              <Blocks value={row.open ?? []} at={`/days/${at}/open`} onChange={(open) => set(at, { open })} />
              <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('calendars.remove_special', { name: row.name })} onClick={() => onChange(value.filter((_, one) => one !== at))} />
            </Flex>
            <FaultText at={`/days/${at}`} />
            <FaultText at={`/days/${at}/name`} />
            <FaultText at={`/days/${at}/last`} />
          </Card>
        ))}
        <Flex gap="small" wrap>
          <Button icon={<PlusOutlined />} onClick={() => onChange([...value, { name: t('calendars.day.holiday'), first: dayjs().format(FORMAT), last: dayjs().format(FORMAT), open: [] }])}>
            {t('calendars.add_holiday')}
          </Button>
          <Button icon={<PlusOutlined />} onClick={() => onChange([...value, { name: t('calendars.day.make_up'), first: dayjs().format(FORMAT), last: dayjs().format(FORMAT), open: [{ from: '09:00', until: '18:00' }] }])}>
            {t('calendars.add_make_up')}
          </Button>
        </Flex>
      </Flex>
    </>
  );
}
