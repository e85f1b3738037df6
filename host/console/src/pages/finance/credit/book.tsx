import { Button, Flex, Form, Input, Modal, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher } from '../../../api/client';
import { parseMoney } from '../../../parts/money';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { renew } from '../common/renew';

/** Gives a customer credit, or notes that some was spent; a reason goes with it. */
export function Book({ customer, currency }: { customer: string; currency: string }) {
  const { t } = useTranslation('finance');
  const queries = useQueryClient();
  const { done } = useTell();
  const [open, setOpen] = useState(false);
  const [spent, setSpent] = useState(false);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const amount = parseMoney(text, currency);
  const submit = async () => {
    if (!amount) return;
    setBusy(true);
    setError(null);
    const body = { amount: { currency, minor: spent ? -amount.minor : amount.minor }, reason: reason.trim() };
    const { error: refused } = await fetcher
      .POST('/api/v1/customers/{id}/credit', { params: { path: { id: customer } }, body })
      .catch((failed: unknown) => ({ error: failed }));
    setBusy(false);
    if (refused) return setError(refused);
    done(t('done.booked'));
    renew(queries);
    setOpen(false);
    setText('');
    setReason('');
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('do.book')}
      </Button>
      <Modal
        title={t('dialog.book')}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={() => void submit()}
        okText={t('do.book')}
        okButtonProps={{ disabled: !amount || amount.minor <= 0 || reason.trim() === '' }}
        confirmLoading={busy}
      >
        {error ? <ProblemAlert error={error} /> : null}
        <Form layout="vertical" component="div">
          <Form.Item label={t('book_way')}>
            <Radio.Group aria-label={t('book_way')} value={spent} onChange={({ target }) => setSpent(target.value as boolean)}>
              <Flex gap="small">
                <Radio value={false}>{t('give')}</Radio>
                <Radio value={true}>{t('spend')}</Radio>
              </Flex>
            </Radio.Group>
          </Form.Item>
          <Form.Item label={t('book_amount', { currency })} htmlFor="book-amount" required>
            <Input id="book-amount" inputMode="decimal" value={text} onChange={({ target }) => setText(target.value)} />
          </Form.Item>
          <Form.Item label={t('reason')} htmlFor="book-reason" required extra={t('book_hint')}>
            <Input id="book-reason" maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
