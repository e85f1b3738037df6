import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../parts/problem';

/** A form in a dialog: what the server refuses is shown, and what was typed stays. */
export function Dialog<Values extends object>({ title, start, error, busy, onSave, onClose, children }: { title: string; start: Partial<Values>; error: unknown; busy: boolean; onSave: (values: Values) => void; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  return (
    <Modal open width={640} title={title} onCancel={onClose} onOk={() => form.submit()} okText={t('actions.save')} confirmLoading={busy}>
      {error ? <ProblemAlert error={error} /> : null}
      <Form<Values> form={form} layout="vertical" initialValues={start} onFinish={onSave}>
        {children}
      </Form>
    </Modal>
  );
}
