import { PaperClipOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Input, Segmented, Upload } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../ticket';
import type { Draft } from './drafts';
import { usePost } from './use_post';

/** Where one answers the customer, or notes something for colleagues, with files. What is typed stays until it was taken. */
export function Composer({
  ticket,
  draft,
  change,
  input,
  children,
}: {
  ticket: Ticket;
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  input: Ref<TextAreaRef>;
  children: ReactNode;
}) {
  const { t } = useTranslation('ticket');
  const { body, to } = draft;
  const { files, add, take, post, busy, ready } = usePost(ticket, draft, () => change({ body: '' }));
  // What came while somebody was typing is told: it may change what they want to say.
  const [begun, setBegun] = useState<number | null>(null);
  const type = (text: string) => {
    setBegun(body === '' ? ticket.version : (begun ?? ticket.version));
    change({ body: text });
  };
  const changed = body !== '' && begun != null && begun !== ticket.version;
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap justify="space-between">
        <Segmented
          size="small"
          aria-label={t('talk.to')}
          value={to}
          options={[
            { value: 'reply' as const, label: t('talk.reply') },
            { value: 'note' as const, label: t('talk.note') },
          ]}
          onChange={(next) => change({ to: next })}
        />
        {children}
      </Flex>
      {changed ? (
        <Alert type="info" showIcon role="status" title={t('talk.meanwhile')} closable={{ closeIcon: true, onClose: () => setBegun(ticket.version) }} />
      ) : null}
      <Input.TextArea
        ref={input}
        autoSize={{ minRows: 3, maxRows: 10 }}
        aria-label={t(`talk.${to}`)}
        placeholder={t(`talk.${to}_hint`)}
        value={body}
        onChange={({ target }) => type(target.value)}
        onPaste={({ clipboardData }) => [...clipboardData.files].forEach(add)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) void post();
        }}
      />
      <Flex gap="small" wrap justify="space-between" align="start">
        <Upload multiple fileList={files} beforeUpload={(file) => (add(file), false)} onRemove={({ uid }) => take(uid)}>
          <Button size="small" icon={<PaperClipOutlined />}>
            {t(to === 'note' ? 'files.attach_note' : 'files.attach')}
          </Button>
        </Upload>
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => void post()}>
          {t(`talk.send_${to}`)}
        </Button>
      </Flex>
    </Flex>
  );
}
