import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Checkbox, Flex, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';
import { ZoneSelect } from '../../../parts/zone_select';
import { Editor } from '../common/editor';
import { FaultText, Field } from '../common/faults';
import { Blocks } from './blocks';
import { Month, useWeekdays } from './month';
import { EditSpecialDays } from './special_days';

type Calendar = Schemas['Calendar'];

const OFFICE: Calendar = {
  name: '',
  zone: 'Asia/Shanghai',
  weeks: [{ weekdays: [1, 2, 3, 4, 5], open: [{ from: '09:00', until: '12:00' }, { from: '13:00', until: '18:00' }] }],
  days: [],
};

/** Business hours: weekdays with their blocks, and the days that differ; the month beside them shows what follows. */
export function EditCalendar({ from, readOnly, onClose }: { from: Schemas['BusinessHours'] | null; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation('builder');
  const { done } = useTell();
  const queries = useQueryClient();
  const weekdays = useWeekdays();
  const [calendar, setCalendar] = useState<Calendar>(from?.calendar ?? OFFICE);
  const finish = {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/calendars'] });
      done(t('effective'));
      onClose();
    },
  };
  const create = api.useMutation('post', '/api/v1/calendars', finish);
  const change = api.useMutation('put', '/api/v1/calendars/{id}', finish);
  const weeks = calendar.weeks ?? [];
  const setWeek = (at: number, part: Partial<Schemas['Week']>) => setCalendar({ ...calendar, weeks: weeks.map((week, one) => (one === at ? { ...week, ...part } : week)) });
  return (
    <Editor
      wide
      readOnly={readOnly}
      title={from ? t('calendars.edit', { name: from.calendar.name }) : t('calendars.add')}
      error={create.error ?? change.error}
      saving={create.isPending || change.isPending}
      onClose={onClose}
      onSave={() => {
        if (from) change.mutate({ params: { path: { id: from.id }, header: ifMatch(from.version) }, body: calendar });
        else create.mutate({ body: calendar });
      }}
    >
      <Flex gap="middle" wrap>
        <div style={{ flex: '1 1 220px' }}>
          <Field label={t('calendars.name')} at="/name" required>
            <Input value={calendar.name} maxLength={100} onChange={(event) => setCalendar({ ...calendar, name: event.target.value })} />
          </Field>
        </div>
        <div style={{ flex: '1 1 220px' }}>
          <Field label={t('calendars.zone')} at="/zone" required>
            <ZoneSelect value={calendar.zone} onChange={(zone) => setCalendar({ ...calendar, zone })} />
          </Field>
        </div>
      </Flex>
      <h2 className="h">{t('calendars.weeks')}</h2>
      <FaultText at="/weeks" />
      <Flex vertical gap="small" style={{ margin: '8px 0 16px' }}>
        {weeks.map((week, at) => (
          <Card key={at} size="small">
            <Flex gap="middle" wrap justify="space-between">
              <Checkbox.Group
                value={week.weekdays}
                options={weekdays.map((label, index) => ({ value: index + 1, label }))}
                onChange={(chosen) => setWeek(at, { weekdays: chosen.map(Number).toSorted() })}
              />
              <Blocks value={week.open} at={`/weeks/${at}/open`} onChange={(open) => setWeek(at, { open })} />
              <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('calendars.remove_week')} onClick={() => setCalendar({ ...calendar, weeks: weeks.filter((_, one) => one !== at) })} />
            </Flex>
            <FaultText at={`/weeks/${at}`} />
            <FaultText at={`/weeks/${at}/weekdays`} />
          </Card>
        ))}
        <span>
          <Button icon={<PlusOutlined />} onClick={() => setCalendar({ ...calendar, weeks: [...weeks, { weekdays: [6], open: [{ from: '09:00', until: '12:00' }] }] })}>
            {t('calendars.add_week')}
          </Button>
        </span>
      </Flex>
      <EditSpecialDays value={calendar.days ?? []} onChange={(days) => setCalendar({ ...calendar, days })} />
      <h2 className="h" style={{ marginBottom: 8 }}>{t('calendars.month')}</h2>
      <Month calendar={calendar} />
    </Editor>
  );
}
