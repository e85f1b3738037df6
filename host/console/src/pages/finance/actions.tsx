import { Button, Checkbox, Flex, Form, Input, Modal, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../api/client';
import { ProblemAlert, useTell } from '../../parts/problem';

type Doing = 'paid' | 'failed';

/** What finance can say or do about one refund in its present state. */
export function RefundActions({ refund }: { refund: Schemas['RefundInstruction'] }) {
  const { t } = useTranslation('finance');
  const { failed: tell, done } = useTell();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const onSuccess = () => {
    done();
    setDoing(null);
    setText('');
    void queries.invalidateQueries({ queryKey: ['get', '/api/v1/refund-instructions'] });
  };
  const paid = api.useMutation('post', '/api/v1/refund-instructions/{id}/paid', { onSuccess });
  const failed = api.useMutation('post', '/api/v1/refund-instructions/{id}/failed', { onSuccess });
  const retry = api.useMutation('post', '/api/v1/refund-instructions/{id}/retry', { onSuccess, onError: tell });
  const credit = api.useMutation('post', '/api/v1/refund-instructions/{id}/credit', { onSuccess, onError: tell });
  const params = { path: { id: refund.id }, header: ifMatch(refund.version) };
  const begin = (what: Doing) => {
    paid.reset();
    failed.reset();
    setChecked(false);
    setDoing(what);
  };
  const words = text.trim();
  const asks = doing === 'failed' && (refund.state === 'sent' || refund.state === 'unknown');
  const open = ['pending', 'sent', 'unknown'].includes(refund.state);
  const error = doing === 'paid' ? paid.error : failed.error;
  return (
    <Flex gap="small" wrap>
      {open ? (
        <>
          <Button size="small" type="primary" onClick={() => begin('paid')}>
            {t('paid')}
          </Button>
          <Button size="small" danger onClick={() => begin('failed')}>
            {t('failed')}
          </Button>
        </>
      ) : null}
      {refund.state === 'pending' ? (
        <Popconfirm title={t('ask_credit')} onConfirm={() => credit.mutate({ params })}>
          <Button size="small" loading={credit.isPending}>
            {t('credit')}
          </Button>
        </Popconfirm>
      ) : null}
      {refund.state === 'failed'
        ? ([null, 'manual', 'credit'] as const).map((tender) => (
            <Popconfirm key={tender ?? 'same'} title={t(`ask_retry.${tender ?? 'same'}`)} onConfirm={() => retry.mutate({ params, body: { tender } })}>
              <Button size="small" loading={retry.isPending}>
                {t(`retry.${tender ?? 'same'}`)}
              </Button>
            </Popconfirm>
          ))
        : null}
      <Modal
        title={doing ? t(`title_${doing}`) : ''}
        open={doing != null}
        onCancel={() => setDoing(null)}
        confirmLoading={paid.isPending || failed.isPending}
        okButtonProps={{ disabled: !words || (asks && !checked) }}
        onOk={() =>
          doing === 'paid'
            ? paid.mutate({ params, body: { reference: words } })
            : failed.mutate({ params, body: { reason: words, checked_with_gateway: checked } })
        }
      >
        {error ? <ProblemAlert error={error} /> : null}
        <Form layout="vertical" component="div">
          <Form.Item label={doing === 'paid' ? t('reference') : t('failure')} htmlFor={`say-${refund.id}`}>
            <Input id={`say-${refund.id}`} autoFocus maxLength={doing === 'paid' ? 200 : 1000} value={text} onChange={({ target }) => setText(target.value)} />
          </Form.Item>
          {asks ? (
            <Checkbox checked={checked} onChange={({ target }) => setChecked(target.checked)}>
              {t('checked')}
            </Checkbox>
          ) : null}
        </Form>
      </Modal>
    </Flex>
  );
}
