import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';

/** Takes over the public holidays of a year from a file of `holiday-cn`. */
export function ImportHolidays({ into }: { into: Schemas['BusinessHours'] }) {
  const { t } = useTranslation('builder');
  const { failed, done } = useTell();
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const take = api.useMutation('post', '/api/v1/calendars/{id}/holidays');
  const read = async (file: File) => {
    let year: unknown;
    try {
      year = JSON.parse(await file.text());
    } catch {
      notification.error({ title: t('calendars.not_json', { name: file.name }), description: t('calendars.import_hint') });
      return;
    }
    if (typeof year !== 'object' || year === null || !('days' in year)) {
      notification.error({ title: t('calendars.no_days', { name: file.name }), description: t('calendars.import_hint') });
      return;
    }
    try {
      await take.mutateAsync({ params: { path: { id: into.id }, header: ifMatch(into.version) }, body: { years: [year] } });
      done(t('calendars.imported', { name: file.name }));
    } catch (error) {
      failed(error);
    }
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/calendars'] });
  };
  return (
    <Upload accept=".json,application/json" showUploadList={false} beforeUpload={(file) => { void read(file); return false; }}>
      <Button type="text" icon={<UploadOutlined />} loading={take.isPending} title={t('calendars.import_hint')}>
        {t('calendars.import')}
      </Button>
    </Upload>
  );
}
