import { FileOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Flex, Switch, Tag, Typography, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { ProblemAlert } from '../../../../parts/problem';
import { sendFile } from '../../../../parts/upload';
import { Who } from '../../../../parts/people/name';
import type { Ticket } from '../ticket';
import { useSend } from '../use_send';
import { Preview } from './preview';
import { useWhy } from '../../../../words/refusal';
import { fileSize } from './size';
import { useFiles } from './use_files';

/** The pictures and papers of the ticket: who sent them, whether the customer sees them, and how they look. */
export function Files({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const may = useMay();
  const because = useWhy(t('files.failed'));
  const { send } = useSend();
  const [seen, setSeen] = useState<Schemas['Attachment'] | null>(null);
  const files = useFiles(ticket.id);
  const give = (ids: string[], internal: boolean) =>
    send(() => fetcher.POST('/api/v1/tickets/{id}/attachments', { params: { path: { id: ticket.id } }, body: { attachments: ids, internal } }));
  return (
    <Flex vertical gap="small" align="start">
      {files.error ? <ProblemAlert error={files.error} retry={() => void files.refetch()} /> : null}
      {may('ticket:write') ? (
        <Upload
          multiple
          customRequest={({ file, onProgress, onSuccess, onError }) => {
            sendFile(file as File, { progress: (percent) => onProgress?.({ percent }) })
              .then(({ id }) => give([id], true))
              .then((done) => (done ? onSuccess?.({}) : onError?.(new Error(t('files.failed')))))
              .catch((error: unknown) => onError?.(new Error(because(error))));
          }}
        >
          <Button icon={<UploadOutlined />}>{t('files.upload')}</Button>
        </Upload>
      ) : null}
      {files.data?.items.map((file) => (
        <Flex key={file.id} gap="small" wrap align="center">
          <Button type="link" icon={<FileOutlined />} onClick={() => setSeen(file)} aria-label={t('files.see', { name: file.name })}>
            {file.name}
          </Button>
          <Typography.Text type="secondary">{fileSize(file.size)}</Typography.Text>
          <Who actor={file.uploaded_by} />
          <Moment at={file.created_at} />
          {may('ticket:write') ? (
            <Switch
              size="small"
              checked={!file.internal}
              checkedChildren={t('files.shown')}
              unCheckedChildren={t('files.internal')}
              aria-label={t('files.show', { name: file.name })}
              onChange={(shown) => void give([file.id], !shown)}
            />
          ) : (
            <Tag>{t(file.internal ? 'files.internal' : 'files.shown')}</Tag>
          )}
        </Flex>
      ))}
      {files.data?.items.length === 0 ? t('files.none') : null}
      {seen ? <Preview key={seen.id} file={seen} close={() => setSeen(null)} /> : null}
    </Flex>
  );
}
