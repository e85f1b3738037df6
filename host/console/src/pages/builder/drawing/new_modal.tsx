import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';

/** What somebody says of a drawing before it is drawn. */
export interface NewDrawing {
  /** Key of the shipped one that it begins with; none: empty. */
  from: string | null;
  key: string;
  name: string;
  kind: Schemas['TicketKind'];
}

/** Asks what a new drawing begins with. */
export function NewModal({ title, shipped, onCreate, onClose }: {
  title: string;
  shipped: { key: string; name: string }[];
  onCreate: (drawing: NewDrawing) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation('drawing');
  const { t: common } = useTranslation();
  const say = useValue();
  const [form] = Form.useForm<NewDrawing>();
  const from = Form.useWatch('from', form) ?? '';
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const create = async (drawing: NewDrawing) => {
    setBusy(true);
    try {
      await onCreate({ ...drawing, from: drawing.from || null });
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Modal open title={title} okText={common('actions.create')} onOk={() => form.submit()} onCancel={onClose} confirmLoading={busy}>
      <Form form={form} layout="vertical" initialValues={{ from: '', key: '', name: '', kind: 'return_refund' }} onFinish={(drawing) => void create(drawing)}>
        <Form.Item name="from" label={t('new.from')}>
          <Select options={[{ value: '', label: t('new.empty') }, ...shipped.map(({ key, name }) => ({ value: key, label: t('new.shipped', { name }) }))]} />
        </Form.Item>
        <Form.Item name="key" label={t('new.key')} extra={t('new.key_help')} rules={[{ required: true, pattern: /^[a-z][a-z0-9_]*$/, message: t('new.key_wrong') }]}>
          <Input autoFocus />
        </Form.Item>
        {from ? null : (
          <Form.Item name="name" label={t('new.name')} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
        )}
        {from ? null : (
          <Form.Item name="kind" label={t('new.kind')}>
            <Select options={values.TicketKind.map((value) => ({ value, label: say('TicketKind', value) }))} />
          </Form.Item>
        )}
      </Form>
      {problem ? <ProblemAlert error={problem} /> : null}
    </Modal>
  );
}
