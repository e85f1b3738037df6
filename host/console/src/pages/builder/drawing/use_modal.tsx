import { Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import type { Drawing } from './drawing_list';

/** Says which new tickets get a drawing. */
export function UseModal({ drawing, onSave, onClose }: {
  drawing: Drawing;
  onSave: (change: Schemas['DrawingChange']) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation('drawing');
  const say = useValue();
  const [kinds, setKinds] = useState(drawing.kinds);
  const [position, setPosition] = useState(drawing.position);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await onSave({ kinds, position });
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open title={t('use.title')} onOk={() => void save()} onCancel={onClose} confirmLoading={busy}>
      <Form layout="vertical">
        <Form.Item label={t('use.kinds')} htmlFor="use-kinds">
          <Select id="use-kinds" mode="multiple" value={kinds} options={values.TicketKind.map((value) => ({ value, label: say('TicketKind', value) }))} onChange={setKinds} />
        </Form.Item>
        <Form.Item label={t('use.position')} htmlFor="use-position" help={t('use.position_help')}>
          <InputNumber id="use-position" value={position} precision={0} onChange={(value) => setPosition(value ?? 0)} />
        </Form.Item>
      </Form>
      {problem ? <ProblemAlert error={problem} /> : null}
    </Modal>
  );
}
