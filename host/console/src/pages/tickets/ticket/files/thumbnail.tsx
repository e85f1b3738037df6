import { FileOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { Preview } from './preview';
import { useBytes } from '../../../../parts/use_bytes';

/** A file where it was sent: pictures small, others by name; both open the preview. */
export function Thumbnail({ file }: { file: Schemas['Attachment'] }) {
  const { t } = useTranslation('ticket');
  const [open, setOpen] = useState(false);
  const picture = file.media_type.startsWith('image/');
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        aria-label={t('files.see', { name: file.name })}
        {...(picture ? { style: { height: 'auto', padding: 4 } } : { icon: <FileOutlined /> })}
      >
        {picture ? <Small file={file} /> : file.name}
      </Button>
      {open ? <Preview file={file} close={() => setOpen(false)} /> : null}
    </>
  );
}

function Small({ file }: { file: Schemas['Attachment'] }) {
  const { url } = useBytes(file.id, file.media_type);
  return url ? <img src={url} alt="" style={{ display: 'block', maxWidth: 160, maxHeight: 90 }} /> : <>{file.name}</>;
}
