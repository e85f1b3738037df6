import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Progress as Bar } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { put } from '../../parts/put';
import { api } from '../client';
import { link } from '../link';
import { Refused } from '../refused';
import { fresh } from '../../parts/fresh';

interface Sending {
  id: string;
  file: File;
  percent: number;
  /** Why it was not taken. */
  error?: unknown;
}

/** Pictures, films and papers that the customer sent, and more of them. */
export function Files({ may }: { may: boolean }) {
  const { t } = useTranslation();
  const files = api.useQuery('get', '/portal/v1/ticket/attachments');
  const [sending, setSending] = useState<Sending[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const change = (id: string, to: Partial<Sending>) => setSending((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const send = async ({ id, file }: Sending) => {
    change(id, { percent: 0, error: undefined });
    try {
      await put<Schemas['CustomerFile']>(`/portal/v1/ticket/attachments?name=${encodeURIComponent(file.name)}`, link.token(), file, (percent) => change(id, { percent }));
      setSending((all) => all.filter((one) => one.id !== id));
      await files.refetch();
    } catch (error) {
      change(id, { error });
    }
  };
  const take = (chosen: FileList | null) => {
    const added = [...(chosen ?? [])].map((file) => ({ id: fresh(), file, percent: 0 }));
    setSending((all) => [...all, ...added]);
    void added.reduce((before, one) => before.then(() => send(one)), Promise.resolve());
  };
  const there = files.data?.items ?? [];
  if (!may && there.length === 0) return null;
  return (
    <Card title={<h2 className="h">{t('files.title')}</h2>}>
      <Flex vertical gap="small">
        {there.map((file) => (
          <span key={file.id} className="wrap">
            <PaperClipOutlined aria-hidden /> {file.name} <small>{size(file.size)}</small>
          </span>
        ))}
        {sending.map((one) => (
          <Flex key={one.id} vertical gap={4}>
            <span className="wrap">{one.file.name}</span>
            {one.error ? (
              <>
                <Refused error={one.error} />
                <Flex gap="small">
                  <Button onClick={() => void send(one)}>{t('again')}</Button>
                  <Button onClick={() => setSending((all) => all.filter(({ id }) => id !== one.id))}>{t('files.drop')}</Button>
                </Flex>
              </>
            ) : (
              <Bar percent={Math.round(one.percent)} aria-label={t('files.sending', { name: one.file.name })} />
            )}
          </Flex>
        ))}
        {may ? (
          <>
            <input
              ref={chooser}
              type="file"
              hidden
              multiple
              accept="image/*,video/*,application/pdf"
              aria-label={t('files.add')}
              onChange={({ target }) => {
                take(target.files);
                target.value = '';
              }}
            />
            <Button size="large" block icon={<PaperClipOutlined />} onClick={() => chooser.current?.click()}>
              {t('files.add')}
            </Button>
          </>
        ) : null}
      </Flex>
    </Card>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
