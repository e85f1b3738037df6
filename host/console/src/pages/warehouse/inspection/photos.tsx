import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Progress, theme } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWhy } from '../../../words/refusal';
import { sendFile } from '../../../parts/upload';
import { useBytes } from '../../../parts/use_bytes';
import { fresh } from '../../../parts/fresh';

interface Sending {
  key: string;
  file: File;
  percent: number;
  failed: string | null;
}

/** Most photos of one line. */
const MOST = 20;

/** Photos of the goods: taken with the camera of the device, or chosen; each is sent at once. */
export function Photos({ photos, add, remove }: { photos: string[]; add: (id: string) => void; remove: (id: string) => void }) {
  const { t } = useTranslation('warehouse');
  const { t: common } = useTranslation();
  const because = useWhy(common('problem.network_hint'));
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending[]>([]);
  const set = (key: string, changes: Partial<Sending>) => setSending((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const forget = (key: string) => setSending((all) => all.filter((one) => one.key !== key));
  const go = (key: string, file: File) => {
    set(key, { failed: null, percent: 0 });
    sendFile(file, { control: 'image', progress: (percent) => set(key, { percent: Math.round(percent) }) })
      .then(({ id }) => {
        forget(key);
        add(id);
      })
      .catch((error: unknown) => set(key, { failed: because(error) }));
  };
  const take = (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, MOST - photos.length)) {
      const key = fresh();
      setSending((all) => [...all, { key, file, percent: 0, failed: null }]);
      go(key, file);
    }
    if (input.current) input.current.value = '';
  };
  return (
    <Flex vertical gap="small" align="start">
      <input ref={input} hidden type="file" accept="image/*" capture="environment" multiple aria-label={t('photo.take')} onChange={({ target }) => take(target.files)} />
      <Flex gap="small" wrap align="center">
        {photos.map((id, at) => (
          <Photo key={id} id={id} name={t('photo.one', { at: at + 1 })} remove={() => remove(id)} />
        ))}
        <Button icon={<CameraOutlined />} disabled={photos.length >= MOST} onClick={() => input.current?.click()}>
          {t('photo.take')}
        </Button>
      </Flex>
      {sending.map(({ key, file, percent, failed }) =>
        failed ? (
          <Alert
            key={key}
            type="error"
            showIcon
            role="alert"
            title={t('photo.failed', { name: file.name })}
            description={failed}
            action={
              <Flex vertical gap={4}>
                <Button onClick={() => go(key, file)}>{common('actions.retry')}</Button>
                <Button onClick={() => forget(key)}>{common('actions.cancel')}</Button>
              </Flex>
            }
          />
        ) : (
          <Progress key={key} percent={percent} aria-label={t('photo.sending', { name: file.name })} style={{ minWidth: 200 }} />
        ),
      )}
    </Flex>
  );
}

function Photo({ id, name, remove }: { id: string; name: string; remove: () => void }) {
  const { t } = useTranslation('warehouse');
  const { token } = theme.useToken();
  const { url } = useBytes(id, 'image/*');
  const size = { width: 96, height: 96, borderRadius: token.borderRadius, background: token.colorFillSecondary };
  return (
    <Flex vertical gap={4}>
      {url ? <img src={url} alt={name} style={{ ...size, objectFit: 'cover' }} /> : <span style={size} />}
      <Button icon={<DeleteOutlined />} aria-label={t('photo.remove', { name })} onClick={remove} />
    </Flex>
  );
}
