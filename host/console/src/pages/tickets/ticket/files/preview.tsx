import { DownloadOutlined } from '@ant-design/icons';
import { Button, Modal, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { handOver } from '../../../../parts/download';
import { ProblemAlert } from '../../../../parts/problem';
import { useBytes } from '../../../../parts/use_bytes';

/** Shows a file: pictures, videos, sound and PDFs; anything can be kept. */
export function Preview({ file, close }: { file: Schemas['Attachment']; close: () => void }) {
  const { t } = useTranslation('ticket');
  const { id, media_type: type, name } = file;
  const { url, bytes, error } = useBytes(id, type);
  return (
    <Modal
      open
      title={name}
      width={800}
      onCancel={close}
      footer={
        <Button icon={<DownloadOutlined />} disabled={!bytes} onClick={() => bytes && handOver(bytes, name)}>
          {t('files.keep')}
        </Button>
      }
    >
      {error ? <ProblemAlert error={error} /> : null}
      {!url && !error ? <Spin /> : null}
      {url ? <Shown url={url} type={type} name={name} /> : null}
    </Modal>
  );
}

function Shown({ url, type, name }: { url: string; type: string; name: string }) {
  const { t } = useTranslation('ticket');
  if (type.startsWith('image/')) return <img src={url} alt={name} style={{ maxWidth: '100%', maxHeight: '65vh', display: 'block', margin: '0 auto' }} />;
  if (type.startsWith('video/')) return <video src={url} controls aria-label={name} style={{ maxWidth: '100%' }} />;
  if (type.startsWith('audio/')) return <audio src={url} controls aria-label={name} />;
  if (type === 'application/pdf') return <iframe src={url} title={name} style={{ width: '100%', height: '65vh', border: 0 }} />;
  return <>{t('files.no_preview')}</>;
}
