import { UploadOutlined } from '@ant-design/icons';
import { Button, Flex, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, type Schemas } from '../../../../api/client';
import { session } from '../../../../api/session';
import { useMay } from '../../../../app/me';
import { ProblemAlert } from '../../../../parts/problem';
import { useSend } from '../use_send';
import { Preview } from './preview';
import { upload } from './upload';

/** The pictures and papers of the ticket. */
export function Files({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const may = useMay();
  const { send } = useSend();
  const [seen, setSeen] = useState<Schemas['Attachment'] | null>(null);
  const files = api.useQuery('get', '/api/v1/tickets/{id}/attachments', { params: { path: { id: ticket.id } } });
  return (
    <Flex vertical gap="small" align="start">
      {files.error ? <ProblemAlert error={files.error} /> : null}
      {may('ticket:write') ? (
        <Upload
          customRequest={({ file, onProgress, onSuccess, onError }) => {
            upload(file as File, session.key() ?? '', (percent) => onProgress?.({ percent }))
              .then((id) => send(() => fetcher.POST('/api/v1/tickets/{id}/attachments', { params: { path: { id: ticket.id } }, body: { attachments: [id] } })))
              .then((done) => (done ? onSuccess?.({}) : onError?.(new Error(t('files.failed')))))
              .catch((error: unknown) => onError?.(error instanceof Error ? error : new Error(t('files.failed'))));
          }}
        >
          <Button icon={<UploadOutlined />}>{t('files.upload')}</Button>
        </Upload>
      ) : null}
      {files.data?.items.map((file) => (
        <Button key={file.id} type="link" onClick={() => setSeen(file)}>
          {file.name}
        </Button>
      ))}
      {files.data?.items.length === 0 ? t('files.none') : null}
      {seen ? <Preview key={seen.id} file={seen} close={() => setSeen(null)} /> : null}
    </Flex>
  );
}
