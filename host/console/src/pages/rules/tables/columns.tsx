import { AutoComplete, Button, Form, Input as TextInput, Modal, Popconfirm, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FACTS, TYPES } from './known';
import type { Input } from './table';

/** What a column of conditions is about: its heading, what it looks at, and how its cells are written. */
export function ColumnDialog({ input, onSave, onRemove, onClose }: { input: Input | null; onSave: (input: Input) => void; onRemove: (() => void) | null; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Input>();
  const word = (expression: string) => t(`tables.facts.${key(expression)}`);
  return (
    <Modal
      open
      title={t(input ? 'tables.change_column' : 'tables.add_column')}
      onCancel={onClose}
      footer={
        <>
          {onRemove ? (
            <Popconfirm title={t('tables.drop_column_ask')} onConfirm={onRemove}>
              <Button danger>{t('tables.drop_column')}</Button>
            </Popconfirm>
          ) : null}
          <Button onClick={onClose}>{common('actions.cancel')}</Button>
          <Button type="primary" onClick={() => form.submit()}>
            {common('actions.confirm')}
          </Button>
        </>
      }
    >
      <Form<Input> form={form} layout="vertical" initialValues={input ?? { type: 'money' }} onFinish={(typed) => onSave({ ...input, ...typed })}>
        <Form.Item name="expression" label={t('tables.expression')} extra={t('tables.expression_help')} rules={[{ required: true }]}>
          <AutoComplete
            options={FACTS.map(([value]) => ({ value, label: `${word(value)} · ${value}` }))}
            showSearch={{ filterOption: (typed, option) => (option?.label ?? '').toLowerCase().includes(typed.toLowerCase()) }}
            onSelect={(value: string) => {
              const known = FACTS.find(([expression]) => expression === value);
              if (known) form.setFieldsValue({ type: known[1], label: (form.getFieldValue('label') as string | undefined) || word(value) });
            }}
          />
        </Form.Item>
        <Form.Item name="label" label={t('tables.label')}>
          <TextInput maxLength={100} />
        </Form.Item>
        <Form.Item name="type" label={t('tables.type')} extra={t('tables.type_help')}>
          <Select options={TYPES.map((value) => ({ value, label: t(`tables.types.${value}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** A fact as the key of its word. */
export const key = (expression: string) => expression.replaceAll(/[.()]+/g, '_');
