import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Page } from '../../../parts/page';
import { useTell } from '../../../parts/problem';
import { Items } from '../common/items';
import { RowActions } from '../common/row_actions';
import { EditCalendar } from './edit';
import { ImportHolidays } from './import';
import { useWeekdays } from './month';

type Hours = Schemas['BusinessHours'];

/** Calendars: when people work, by which promises are counted. */
export function CalendarsPage() {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const write = useMay()('binding:write');
  const { failed, done } = useTell();
  const queries = useQueryClient();
  const weekdays = useWeekdays();
  const [edited, setEdited] = useState<Hours | 'new' | null>(null);
  const calendars = api.useQuery('get', '/api/v1/calendars');
  const remove = api.useMutation('delete', '/api/v1/calendars/{id}', { onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/calendars'] }) });
  return (
    <Page title={t('calendars.title')} actions={write ? <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited('new')}>{t('calendars.add')}</Button> : null}>
      <Alert type="info" showIcon title={t('calendars.what')} description={t('calendars.import_hint')} />
      <Items
        query={calendars}
        rowKey="id"
        empty={t('calendars.empty')}
        columns={[
          { title: t('calendars.name'), key: 'name', render: (_, { calendar }) => <b>{calendar.name}</b> },
          { title: t('calendars.zone'), key: 'zone', render: (_, { calendar }) => calendar.zone },
          {
            title: t('calendars.weeks'),
            key: 'weeks',
            render: (_, { calendar }) =>
              (calendar.weeks ?? []).map((week, at) => (
                <div key={at}>
                  {week.weekdays.map((day) => weekdays[day - 1]).join(' ')} {week.open.map(({ from, until }) => `${from.slice(0, 5)}–${until.slice(0, 5)}`).join(' ')}
                </div>
              )),
          },
          { title: t('calendars.special'), key: 'special', render: (_, { calendar }) => t('calendars.special_count', { count: calendar.days?.length ?? 0 }) },
          {
            title: common('actions.edit'),
            key: 'actions',
            render: (_, row) => (
              <RowActions
                name={row.calendar.name}
                readOnly={!write}
                onOpen={() => setEdited(row)}
                more={write ? <ImportHolidays into={row} /> : null}
                onDelete={() => remove.mutateAsync({ params: { path: { id: row.id }, header: ifMatch(row.version) } }).then(() => done(common('deleted')), failed)}
              />
            ),
          },
        ]}
      />
      {edited ? <EditCalendar from={edited === 'new' ? null : edited} readOnly={!write} onClose={() => setEdited(null)} /> : null}
    </Page>
  );
}
