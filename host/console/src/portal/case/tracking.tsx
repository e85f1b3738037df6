import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../client';
import { Refused } from '../refused';
import { useAfter } from './case';
import { Slip } from './slip';

interface Typed {
  carrier: string;
  number: string;
}

/** Where the goods go, and how they were sent; a number that was wrong is told anew. */
export function Tracking({ sendTo, number }: { sendTo: string | null | undefined; number: string }) {
  const { t } = useTranslation();
  const after = useAfter();
  const [form] = Form.useForm<Typed>();
  const track = api.useMutation('post', '/portal/v1/ticket/tracking', {
    onSuccess: () => {
      form.resetFields();
      return after();
    },
  });
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <Card title={<h2 className="h">{t('tracking.title')}</h2>}>
      <Form<Typed> form={form} layout="vertical" onFinish={({ carrier, number }) => track.mutate({ body: { carrier: carrier.trim(), number: number.trim() } })}>
        {sendTo ? (
          <Alert
            // It stands there from the beginning: nothing that has just happened.
            role="note"
            type="info"
            style={{ marginBottom: 16 }}
            title={t('tracking.send_to')}
            description={
              <>
                <Typography.Paragraph strong copyable={{ text: sendTo, tooltips: [t('copy'), t('copied')] }} style={{ marginBottom: 4 }}>
                  {sendTo}
                </Typography.Paragraph>
                <Typography.Paragraph>{t('tracking.note', { number })}</Typography.Paragraph>
                <Slip number={number} />
              </>
            }
          />
        ) : null}
        <Refused error={track.error} />
        <Form.Item name="carrier" label={t('tracking.carrier')} rules={needed}>
          <Input size="large" maxLength={100} />
        </Form.Item>
        <Form.Item name="number" label={t('tracking.number')} extra={t('tracking.hint')} rules={needed}>
          <Input size="large" maxLength={40} autoCapitalize="characters" autoComplete="off" />
        </Form.Item>
        <Button type="primary" size="large" block htmlType="submit" loading={track.isPending}>
          {t('tracking.send')}
        </Button>
      </Form>
    </Card>
  );
}
