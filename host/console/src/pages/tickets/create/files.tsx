import { PaperClipOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Upload, type UploadFile } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhy } from '../../../words/refusal';
import { sendFile } from '../../../parts/upload';

/** Most files that a ticket is given at once. */
const MOST = 20;

/** Pictures and screenshots that belong to the ticket. They are sent while one types on. */
export function Files({ onChange }: { onChange: (ids: string[], sending: boolean) => void }) {
  const { t } = useTranslation('new_ticket');
  const [files, setFiles] = useState<UploadFile<{ id: string }>[]>([]);
  const because = useWhy(t('files.failed'));
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <Flex vertical gap="small">
      <Upload<{ id: string }>
        id="files"
        multiple
        maxCount={MOST}
        fileList={files}
        aria-label={t('files.title')}
        customRequest={({ file, onProgress, onSuccess, onError }) => {
          const sent = file as File;
          sendFile(sent, { progress: (percent) => onProgress?.({ percent }) })
            .then(({ id }) => onSuccess?.({ id }))
            .catch((error: unknown) => {
              setRefused(`${sent.name}: ${because(error)}`);
              onError?.(new Error(sent.name));
            });
        }}
        onChange={({ fileList }) => {
          setFiles(fileList);
          onChange(
            fileList.flatMap(({ status, response }) => (status === 'done' && response ? [response.id] : [])),
            fileList.some(({ status }) => status === 'uploading'),
          );
        }}
      >
        <Button icon={<PaperClipOutlined />}>{t('files.add')}</Button>
      </Upload>
      {refused ? <Alert type="error" showIcon role="alert" title={refused} closable={{ onClose: () => setRefused(null) }} /> : null}
    </Flex>
  );
}
