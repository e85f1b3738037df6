import { Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { fetcher, type Schemas } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';

/** Shows a file: pictures, videos and PDFs; anything else as a link to keep. */
export function Preview({ file, close }: { file: Schemas['Attachment']; close: () => void }) {
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { id, media_type: type, name } = file;
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    fetcher
      .GET('/api/v1/attachments/{id}', { params: { path: { id } }, parseAs: 'blob' })
      .then(({ data, error: refused }) => {
        if (gone) return;
        if (refused) return setError(refused);
        made = URL.createObjectURL(new Blob([data], { type }));
        setUrl(made);
      })
      .catch(setError);
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, type]);
  return (
    <Modal open title={name} footer={null} width={800} onCancel={close}>
      {error ? <ProblemAlert error={error} /> : null}
      {!url && !error ? <Spin /> : null}
      {url ? <Shown url={url} type={type} name={name} /> : null}
    </Modal>
  );
}

function Shown({ url, type, name }: { url: string; type: string; name: string }) {
  if (type.startsWith('image/')) return <img src={url} alt={name} style={{ maxWidth: '100%' }} />;
  if (type.startsWith('video/')) return <video src={url} controls aria-label={name} style={{ maxWidth: '100%' }} />;
  if (type === 'application/pdf') return <iframe src={url} title={name} style={{ width: '100%', height: 600, border: 0 }} />;
  return (
    <a href={url} download={name}>
      {name}
    </a>
  );
}
