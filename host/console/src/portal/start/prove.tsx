import { Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { api } from '../client';
import { Refused } from '../refused';
import type { Proof } from './draft';

/** Order number and telephone number: together they prove that the order is the customer's. */
export function Prove({ shop, found }: { shop: string; found: (proof: Proof, order: Schemas['CustomerOrder']) => void }) {
  const { t } = useTranslation();
  const look = api.useMutation('post', '/portal/v1/{tenant}/orders');
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  const send = ({ order, phone }: Proof) => {
    const proof = { order: order.trim(), phone: phone.trim() };
    look.mutate({ params: { path: { tenant: shop } }, body: proof }, { onSuccess: (known) => found(proof, known) });
  };
  return (
    <Card title={<h2 className="h">{t('start.which')}</h2>}>
      <Form<Proof> layout="vertical" onFinish={send}>
        <Form.Item name="order" label={t('start.order')} extra={t('start.order_hint')} rules={needed}>
          <Input size="large" maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('start.phone')} extra={t('start.phone_hint')} rules={needed}>
          <Input size="large" maxLength={100} inputMode="tel" autoComplete="tel" />
        </Form.Item>
        {look.error ? (
          <Form.Item>
            <Refused error={look.error} />
          </Form.Item>
        ) : null}
        <Button type="primary" size="large" block htmlType="submit" loading={look.isPending}>
          {t('start.find')}
        </Button>
      </Form>
    </Card>
  );
}
