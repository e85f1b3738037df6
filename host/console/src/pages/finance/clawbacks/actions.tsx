import { Button, Flex, Form, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch, type Schemas } from '../../../api/client';
import { moneyText, parseMoney } from '../../../parts/money';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { renew } from '../common/renew';

/** The money came back, or is let go. */
export function ClawbackActions({ ticket }: { ticket: Schemas['TicketItem'] }) {
  const { t } = useTranslation('finance');
  const queries = useQueryClient();
  const { done } = useTell();
  const currency = ticket.refund?.amount?.currency ?? ticket.lines[0]?.requested.currency ?? 'CNY';
  const [doing, setDoing] = useState<'collected' | 'waived' | null>(null);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const begin = (what: 'collected' | 'waived') => {
    setError(null);
    setText(what === 'collected' && ticket.refund?.amount ? moneyText(ticket.refund.amount) : '');
    setDoing(what);
  };
  const amount = doing === 'collected' ? parseMoney(text, currency) : null;
  const submit = async () => {
    const params = { path: { id: ticket.id }, header: ifMatch(ticket.version) };
    setBusy(true);
    setError(null);
    const call = amount
      ? fetcher.POST('/api/v1/tickets/{id}/clawback/collected', { params, body: { amount } })
      : fetcher.POST('/api/v1/tickets/{id}/clawback/waived', { params, body: { reason: text.trim() } });
    const { error: refused } = await call.catch((failed: unknown) => ({ error: failed }));
    setBusy(false);
    if (refused) return setError(refused);
    done(t(`done.${doing ?? 'waived'}`));
    renew(queries);
    setDoing(null);
  };
  return (
    <Flex gap="small" wrap>
      <Button size="small" type="primary" onClick={() => begin('collected')}>
        {t('do.collected')}
      </Button>
      <Button size="small" danger onClick={() => begin('waived')}>
        {t('do.waived')}
      </Button>
      <Modal
        title={doing ? t(`dialog.${doing}`, { number: ticket.number }) : ''}
        open={doing != null}
        onCancel={() => setDoing(null)}
        onOk={() => void submit()}
        okText={doing ? t(`do.${doing}`) : ''}
        okButtonProps={{ danger: doing === 'waived', disabled: doing === 'collected' ? (amount?.minor ?? 0) <= 0 : text.trim() === '' }}
        confirmLoading={busy}
      >
        {error ? <ProblemAlert error={error} /> : null}
        <Form layout="vertical" component="div">
          <Form.Item label={doing === 'waived' ? t('waived_why') : t('collected_amount', { currency })} htmlFor={`claw-${ticket.id}`} required extra={doing ? t(`explain.${doing}`) : ''}>
            <Input id={`claw-${ticket.id}`} value={text} onChange={({ target }) => setText(target.value)} />
          </Form.Item>
        </Form>
      </Modal>
    </Flex>
  );
}
