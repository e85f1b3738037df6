import { PaperClipOutlined, PictureOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { Button, Flex, Typography, Upload, type UploadFile } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhy } from '../../words/refusal';
import type { Field, FileAnswer } from './definition';
import type { Surroundings } from './control_input';

const KINDS = {
  image: { icon: <PictureOutlined />, words: 'add_image' },
  video: { icon: <VideoCameraOutlined />, words: 'add_video' },
  attachment: { icon: <PaperClipOutlined />, words: 'add_files' },
} as const;

const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} MB`;

/** Pictures, videos or other files as an answer; each is sent at once, and can be taken away again. */
export function FilesAnswer({
  id,
  field,
  control,
  label,
  value,
  onChange,
  upload,
}: {
  id: string;
  field: Field;
  control: Extract<Field['control'], { type: keyof typeof KINDS }>;
  label: string;
  value: unknown;
  onChange: (answer: FileAnswer[]) => void;
  upload: Surroundings['upload'];
}) {
  const { t } = useTranslation('form');
  // What was sent before, for example when a draft is opened again, stands in the list too.
  const [files, setFiles] = useState<UploadFile<FileAnswer>[]>(() =>
    (Array.isArray(value) ? (value as FileAnswer[]) : []).map((file) => ({ uid: file.digest, name: file.name, status: 'done', response: file })),
  );
  const because = useWhy('');
  const [refused, setRefused] = useState<string | null>(null);
  const { icon, words } = KINDS[control.type];
  const count = control.max_count ?? 9;
  const bytes = control.max_bytes ?? 10_485_760;
  return (
    <Flex vertical gap={4}>
      <Upload<FileAnswer>
        id={id}
        multiple={count > 1}
        fileList={files}
        accept={(field.accept ?? []).join(',')}
        aria-label={label}
        disabled={!upload}
        beforeUpload={(file) => {
          const fits = file.size <= bytes;
          setRefused(fits ? null : t('too_large', { name: file.name, size: megabytes(bytes) }));
          return fits || Upload.LIST_IGNORE;
        }}
        customRequest={({ file, onProgress, onSuccess, onError }) => {
          const sent = file as File;
          upload?.(sent, control.type, (percent) => onProgress?.({ percent }))
            .then((answer) => onSuccess?.(answer))
            .catch((error: unknown) => {
              const said = because(error);
              setRefused([t('upload_failed', { name: sent.name }), said].filter(Boolean).join(': '));
              onError?.(new Error(said));
            });
        }}
        onChange={({ fileList }) => {
          setFiles(fileList);
          onChange(fileList.flatMap(({ status, response }) => (status === 'done' && response ? [response] : [])));
        }}
      >
        <Button icon={icon} disabled={!upload || files.length >= count}>
          {t(words)}
        </Button>
      </Upload>
      <Typography.Text type="secondary">{t('limits', { count, size: megabytes(bytes) })}</Typography.Text>
      {refused ? (
        <Typography.Text type="danger" role="alert">
          {refused}
        </Typography.Text>
      ) : null}
    </Flex>
  );
}
