import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../../../../words/use';
import type { Workflow } from '../edit';

/** Chooses a node: where a way leads, or whose doer is meant. */
export function Target({ label, workflow, value, onChange, bare = false }: {
  label: string;
  workflow: Workflow;
  value: string | null | undefined;
  onChange: (id: string) => void;
  /** Without its label above, which is then only spoken. */
  bare?: boolean;
}) {
  const { t } = useTranslation('workflows');
  const language = useLanguage();
  const select = (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={t('nowhere')}
      status={value ? '' : 'warning'}
      value={value || null}
      options={workflow.nodes.filter(({ kind }) => kind.type !== 'start').map(({ id, name }) => ({ value: id, label: inLanguage(name, language) || id }))}
      onChange={(id) => onChange(id ?? '')}
    />
  );
  return bare ? select : <Form.Item label={label}>{select}</Form.Item>;
}
