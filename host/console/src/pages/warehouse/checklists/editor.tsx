import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, InputNumber, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMe } from '../../../app/me';
import { parseMoney } from '../../../parts/money';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { partsOf, type TypedPart, typedOf } from './typed';

interface Typed {
  sku: string;
  parts: TypedPart[];
}

/** Writes what belongs to an article. Inspections that were made keep what they looked for. */
export function Editor({ list, close, saved }: { list: Schemas['Checklist']; close: () => void; saved: (sku: string) => void }) {
  const { t } = useTranslation('warehouse');
  const { t: common } = useTranslation();
  const { tenant } = useMe();
  const { done } = useTell();
  const queries = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const fresh = list.version === 0;
  const currency = list.parts[0]?.price.currency ?? tenant.currency;
  const save = api.useMutation('put', '/api/v1/checklists/{sku}', {
    onSuccess: ({ sku }) => {
      done();
      saved(sku);
      close();
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/checklists') }),
  });
  const submit = ({ sku, parts }: Typed) =>
    // A new list replaces none: who was faster is not overwritten.
    save.mutate({ params: { path: { sku: sku.trim() }, header: ifMatch(list.version) }, body: { parts: partsOf(parts, currency) } });
  const amount = (_: unknown, text?: string) => {
    const price = parseMoney(text || '0', currency);
    return price && price.minor >= 0 ? Promise.resolve() : Promise.reject(new Error(t('checklist.no_amount')));
  };
  const item = { marginBottom: 8 };
  return (
    <Modal open width={680} title={fresh ? t('checklist.new') : t('checklist.edit', { sku: list.sku })} onCancel={close} onOk={() => form.submit()} okText={common('actions.save')} okButtonProps={{ loading: save.isPending }}>
      <Flex vertical gap="small">
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <Form form={form} layout="vertical" initialValues={{ sku: list.sku, parts: fresh ? [{ quantity: 1 }] : typedOf(list.parts) }} onFinish={submit}>
          <Form.Item name="sku" label={t('checklist.sku')} rules={[{ required: true, whitespace: true, message: t('checklist.empty') }]}>
            <Input autoFocus={fresh && !list.sku} disabled={!fresh} />
          </Form.Item>
          <Form.List name="parts">
            {(fields, { add, remove }) => (
              <Flex vertical gap="small">
                {fields.map(({ key, name }) => (
                  <Flex key={key} gap="small" wrap align="end" role="group" aria-label={t('checklist.part', { at: name + 1 })}>
                    <Form.Item name={[name, 'code']} hidden>
                      <Input />
                    </Form.Item>
                    <Form.Item name={[name, 'name']} label={t('checklist.name')} rules={[{ required: true, whitespace: true, message: t('checklist.empty') }]} style={{ ...item, flex: '1 1 180px' }}>
                      <Input placeholder={t('checklist.example')} />
                    </Form.Item>
                    <Form.Item name={[name, 'quantity']} label={t('checklist.quantity')} rules={[{ required: true, message: t('checklist.empty') }]} style={{ ...item, width: 96 }}>
                      <InputNumber min={1} max={10_000} precision={0} style={{ width: '100%' }} />
                    </Form.Item>
                    <Form.Item name={[name, 'price']} label={t('checklist.price', { currency })} rules={[{ validator: amount }]} style={{ ...item, width: 130 }}>
                      <Input inputMode="decimal" placeholder="0.00" />
                    </Form.Item>
                    <Button icon={<DeleteOutlined />} aria-label={t('checklist.remove', { at: name + 1 })} style={item} onClick={() => remove(name)} />
                  </Flex>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ quantity: 1 })}>
                  {t('checklist.add')}
                </Button>
              </Flex>
            )}
          </Form.List>
        </Form>
      </Flex>
    </Modal>
  );
}
