import { Flex, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { values } from '../../../../api/values';
import { useValue } from '../../../../words/use';

type Value = Schemas['Timetable'];

const OFTEN = ['*/15 * * * *', '@hourly', '0 9 * * *', '0 9 * * 1'];

/** When a rule is asked, and about which tickets. */
export function Timetable({ value, disabled = false, onChange }: { value: Value; disabled?: boolean; onChange: (value: Value) => void }) {
  const { t } = useTranslation('rules');
  const say = useValue();
  const tickets = value.tickets ?? {};
  const about = (change: Partial<Schemas['TicketMatch']>) => onChange({ ...value, tickets: { ...tickets, ...change } });
  const hours = (value.utc_offset_minutes ?? 0) / 60;
  return (
    <Flex gap="middle" wrap>
      <Form.Item layout="vertical" label={t('bindings.timetable.often')} htmlFor="timetable-often" style={{ margin: 0, minWidth: 200 }}>
        <Select
          id="timetable-often"
          disabled={disabled}
          value={OFTEN.includes(value.cron) ? value.cron : 'own'}
          onChange={(cron) => (cron === 'own' ? undefined : onChange({ ...value, cron }))}
          options={[...OFTEN.map((cron, at) => ({ value: cron, label: t(`bindings.timetable.preset.${at}`) })), { value: 'own', label: t('bindings.timetable.own') }]}
        />
      </Form.Item>
      <Form.Item layout="vertical" label={t('bindings.timetable.cron')} htmlFor="timetable-cron" extra={t('bindings.timetable.cron_hint', { zone: `UTC${hours < 0 ? '' : '+'}${hours}` })} style={{ margin: 0 }}>
        <Input id="timetable-cron" spellCheck={false} disabled={disabled} value={value.cron} onChange={({ target }) => onChange({ ...value, cron: target.value })} />
      </Form.Item>
      <Form.Item layout="vertical" label={t('bindings.timetable.kinds')} htmlFor="timetable-kinds" style={{ margin: 0, minWidth: 200 }}>
        <Select id="timetable-kinds" mode="multiple" disabled={disabled} placeholder={t('bindings.timetable.all')} value={tickets.kinds ?? []} onChange={(kinds: Schemas['TicketKind'][]) => about({ kinds })} options={values.TicketKind.map((kind) => ({ value: kind, label: say('TicketKind', kind) }))} />
      </Form.Item>
      <Form.Item layout="vertical" label={t('bindings.timetable.case')} htmlFor="timetable-case" style={{ margin: 0, minWidth: 200 }}>
        <Select id="timetable-case" mode="multiple" disabled={disabled} placeholder={t('bindings.timetable.open')} value={tickets.case ?? []} onChange={(states: Schemas['CaseStatus'][]) => about({ case: states })} options={values.CaseStatus.map((state) => ({ value: state, label: say('CaseStatus', state) }))} />
      </Form.Item>
      <Form.Item layout="vertical" label={t('bindings.timetable.older')} htmlFor="timetable-older" style={{ margin: 0 }}>
        <InputNumber id="timetable-older" min={0} precision={0} disabled={disabled} suffix={t('bindings.guard.minutes')} value={tickets.older_than_minutes ?? null} onChange={(minutes) => about({ older_than_minutes: minutes })} style={{ width: 160 }} />
      </Form.Item>
    </Flex>
  );
}
