import { Checkbox, Flex, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch, type Schemas } from '../../../api/client';
import { Ask } from './ask';

interface About {
  refund: Schemas['RefundInstruction'];
  close: () => void;
}

const at = ({ id, version }: Schemas['RefundInstruction']) => ({ path: { id }, header: ifMatch(version) });

/** The money arrived: the bank's or the gateway's reference proves it. */
export function PaidDialog({ refund, close }: About) {
  const { t } = useTranslation('finance');
  const [reference, setReference] = useState('');
  const send = () => fetcher.POST('/api/v1/refund-instructions/{id}/paid', { params: at(refund), body: { reference: reference.trim() } });
  return (
    <Ask what="paid" refund={refund} ready={reference.trim() !== ''} send={send} close={close}>
      <Form.Item label={t('reference')} htmlFor="reference" required extra={t('reference_hint')}>
        <Input id="reference" autoFocus maxLength={200} value={reference} onChange={({ target }) => setReference(target.value)} />
      </Form.Item>
    </Ask>
  );
}

/** The money did not arrive. What a gateway has may be paid yet, so somebody must have looked there. */
export function FailedDialog({ refund, close }: About) {
  const { t } = useTranslation('finance');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const asks = refund.state === 'sent' || refund.state === 'unknown';
  const send = () =>
    fetcher.POST('/api/v1/refund-instructions/{id}/failed', { params: at(refund), body: { reason: reason.trim(), checked_with_gateway: checked } });
  return (
    <Ask what="failed" refund={refund} ready={reason.trim() !== '' && (!asks || checked)} send={send} close={close} danger>
      <Form.Item label={t('failure')} htmlFor="failure" required>
        <Input id="failure" autoFocus maxLength={1000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Form.Item>
      {asks ? (
        <Checkbox checked={checked} onChange={({ target }) => setChecked(target.checked)}>
          {t('checked')}
        </Checkbox>
      ) : null}
    </Ask>
  );
}

/** The customer gets credit with the shop instead of money. */
export function CreditDialog({ refund, close }: About) {
  return <Ask what="credit" refund={refund} ready send={() => fetcher.POST('/api/v1/refund-instructions/{id}/credit', { params: at(refund) })} close={close} />;
}

const WAYS = ['same', 'manual', 'credit'] as const;

/** What failed is tried again, the same way or another. */
export function RetryDialog({ refund, close }: About) {
  const { t } = useTranslation('finance');
  const [way, setWay] = useState<(typeof WAYS)[number]>(refund.tender === 'manual' ? 'same' : 'manual');
  const ways = refund.tender === 'manual' ? WAYS.filter((one) => one !== 'manual') : WAYS;
  const send = () => fetcher.POST('/api/v1/refund-instructions/{id}/retry', { params: at(refund), body: { tender: way === 'same' ? null : way } });
  return (
    <Ask what="retry" refund={refund} ready send={send} close={close}>
      {refund.failure ? <p>{t('failed_for', { why: refund.failure })}</p> : null}
      <Radio.Group aria-label={t('retry_way')} value={way} onChange={({ target }) => setWay(target.value as (typeof WAYS)[number])}>
        <Flex vertical gap="small">
          {ways.map((one) => (
            <Radio key={one} value={one}>
              {t(`retry.${one}`)}
            </Radio>
          ))}
        </Flex>
      </Radio.Group>
    </Ask>
  );
}
