import { Button, Card, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Moment } from '../../parts/moment';
import { api } from '../client';
import { Refused } from '../refused';
import { useAfter } from './case';

/** What was written, and what the customer writes: a message, the answer that is waited for, or what a refused request lacked. */
export function Messages({ progress }: { progress: Schemas['PortalProgress'] }) {
  const { t } = useTranslation();
  const after = useAfter();
  const [body, setBody] = useState('');
  const [fields, setFields] = useState<Record<string, string>>({});
  const onSuccess = () => {
    setBody('');
    setFields({});
    return after();
  };
  const write = api.useMutation('post', '/portal/v1/ticket/messages', { onSuccess });
  const amend = api.useMutation('post', '/portal/v1/ticket/amend', { onSuccess });
  const may = (deed: Schemas['Deed']) => progress.may.includes(deed);
  const open = may('message') || may('answer') || may('amend');
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim()));
  // An answer may be the fields alone; the words then say so.
  const text = body.trim() || Object.values(given).join('\n');
  const send = { body: { body: text, fields: given } };
  const waits = write.isPending || amend.isPending;
  return (
    <Card title={<h2 className="h">{t('messages')}</h2>}>
      <Flex vertical gap="middle">
        {progress.messages.length === 0 ? <small>{t('no_messages')}</small> : null}
        {progress.messages.map(({ at, from, body: said }) => (
          <div key={at + said}>
            <small>
              {t(`from.${from}`)} · <Moment at={at} />
            </small>
            <p className="wrap">{said}</p>
          </div>
        ))}
        {open ? (
          <>
            <Refused error={write.error ?? amend.error} />
            {progress.asked.map(({ field, text: asked }) => (
              <Flex key={field} vertical gap={4}>
                <label htmlFor={`asked-${field}`}>{asked}</label>
                <Input id={`asked-${field}`} size="large" value={fields[field] ?? ''} onChange={({ target }) => setFields({ ...fields, [field]: target.value })} />
              </Flex>
            ))}
            <Flex vertical gap={4}>
              <label htmlFor="write">{t(may('answer') ? 'answer' : 'write')}</label>
              <Input.TextArea id="write" autoSize={{ minRows: 3, maxRows: 10 }} maxLength={4_000} value={body} onChange={({ target }) => setBody(target.value)} />
            </Flex>
            {may('amend') ? (
              <Button type="primary" size="large" block disabled={!text || waits} loading={amend.isPending} onClick={() => amend.mutate(send)}>
                {t('amend')}
              </Button>
            ) : null}
            {may('message') || may('answer') ? (
              <Button type={may('amend') ? 'default' : 'primary'} size="large" block disabled={!text || waits} loading={write.isPending} onClick={() => write.mutate(send)}>
                {t(may('answer') ? 'send_answer' : 'send')}
              </Button>
            ) : null}
          </>
        ) : null}
      </Flex>
    </Card>
  );
}
