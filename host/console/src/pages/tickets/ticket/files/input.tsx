import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Upload, type UploadFile } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFile } from '../../../../parts/upload';
import { useWhy } from '../../../../words/refusal';

/** Files that are sent at once and belong to what is being written; a form gets their ids. */
export function FilesInput({ onChange, label }: { id?: string; value?: string[]; onChange?: (ids: string[]) => void; label: string }) {
  const { t } = useTranslation('ticket');
  const because = useWhy(t('files.failed'));
  const [files, setFiles] = useState<UploadFile<string>[]>([]);
  return (
    <Upload<string>
      multiple
      fileList={files}
      aria-label={label}
      customRequest={({ file, onProgress, onSuccess, onError }) => {
        sendFile(file as File, { progress: (percent) => onProgress?.({ percent }) })
          .then(({ id }) => onSuccess?.(id))
          .catch((error: unknown) => onError?.(new Error(because(error))));
      }}
      onChange={({ fileList }) => {
        setFiles(fileList);
        onChange?.(fileList.flatMap(({ response, status }) => (status === 'done' && response ? [response] : [])));
      }}
    >
      <Button icon={<PaperClipOutlined />}>{t('files.attach')}</Button>
    </Upload>
  );
}
