import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { crontab } from '../../../parts/often/crontab';
import { OftenField } from '../../../parts/often/often_field';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { hereZone } from '../../../parts/zone';
import { ZoneSelect } from '../../../parts/zone_select';
import { useValue } from '../../../words/use';

/** When a report goes out by mail, to whom and as what. */
export function ScheduleModal({ report, onClose }: { report: Schemas['ReportView']; onClose: () => void }) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const say = useValue();
  const { done } = useTell();
  const client = useQueryClient();
  const [form] = Form.useForm<Schemas['ReportSchedule']>();
  const put = api.useMutation('put', '/api/v1/reports/{id}');
  const send = (schedule: Schemas['ReportSchedule'] | null) =>
    put.mutate(
      { params: { path: { id: report.id }, header: ifMatch(report.version ?? 0) }, body: { definition: report.definition, schedule } },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ['get', '/api/v1/reports/{id}'] });
          done();
          onClose();
        },
      },
    );
  return (
    <Modal open title={t('schedule.title')} onCancel={onClose} onOk={() => form.submit()} okText={common('actions.save')} confirmLoading={put.isPending}>
      {put.error ? <ProblemAlert error={put.error} /> : null}
      <Form form={form} layout="vertical" onFinish={send} initialValues={report.schedule ?? { cron: crontab('monday', '09:00'), zone: hereZone(), recipients: [], format: 'xlsx' }}>
        <Form.Item name="recipients" label={t('schedule.recipients')} rules={[{ required: true }]}>
          <Select mode="tags" tokenSeparators={[',', ' ']} />
        </Form.Item>
        <Form.Item name="cron" label={t('schedule.cron')} rules={[{ required: true }]}>
          <OftenField />
        </Form.Item>
        <Form.Item name="zone" label={t('schedule.zone')} rules={[{ required: true }]}>
          <ZoneSelect />
        </Form.Item>
        <Form.Item name="format" label={t('schedule.format')}>
          <Select options={values.ReportFormat.map((value) => ({ value, label: say('ReportFormat', value) }))} />
        </Form.Item>
      </Form>
      {report.schedule ? <Button onClick={() => send(null)}>{t('schedule.stop')}</Button> : null}
    </Modal>
  );
}
