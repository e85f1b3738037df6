import { Flex, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { fetcher, type Schemas } from '../../../../api/client';
import { Money, parseMoney } from '../../../../parts/money';
import { ProblemAlert } from '../../../../parts/problem';

/** Claims the difference of a price that fell (价保): a ticket of its own, which the rules decide about. */
export function Protect({ order, close }: { order: Schemas['Order']; close: () => void }) {
  const { t } = useTranslation('ticket_side');
  const navigate = useNavigate();
  const [form] = Form.useForm<Record<string, string>>();
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const unit = order.paid.currency;
  const amount = (_: unknown, text?: string) => (!text || parseMoney(text, unit) ? Promise.resolve() : Promise.reject(new Error(t('protect.no_amount'))));
  const submit = async (prices: Record<string, string>) => {
    const lines = order.lines.flatMap(({ external_id: line }) => {
      const price = parseMoney(prices[`price-${line}`] ?? '', unit);
      return price ? [{ order_line: line, current_price: price }] : [];
    });
    setBusy(true);
    setProblem(null);
    try {
      const { data, error } = await fetcher.POST('/api/v1/price-protections', { body: { order: order.external_id, lines } });
      if (error) return setProblem(error);
      close();
      void navigate(`/tickets/${data.id}`);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t('protect.title')} onCancel={close} onOk={() => form.submit()} okText={t('protect.title')} okButtonProps={{ loading: busy }}>
      <Flex vertical gap="small">
        <p style={{ margin: 0 }}>{t('protect.about')}</p>
        {problem ? <ProblemAlert error={problem} /> : null}
        <Form form={form} layout="vertical" onFinish={(prices) => void submit(prices)}>
          {order.lines.map(({ external_id: line, title, unit_price: paid }) => (
            <Form.Item key={line} name={`price-${line}`} label={t('protect.price', { title, unit })} extra={<Money of={paid} />} rules={[{ validator: amount }]}>
              <Input inputMode="decimal" />
            </Form.Item>
          ))}
        </Form>
      </Flex>
    </Modal>
  );
}
