import { Flex, Form, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { inLanguage, useLanguage, useValue } from '../../../../../words/use';
import type { Workflow } from '../edit';

/** What people at a node may do with each field of the workflow. */
export function Fields({ workflow, fields, onChange }: {
  workflow: Workflow;
  fields: Record<string, Schemas['WorkflowAccess']>;
  onChange: (fields: Record<string, Schemas['WorkflowAccess']>) => void;
}) {
  const { t } = useTranslation('workflows');
  const say = useValue();
  const language = useLanguage();
  const known = Object.entries(workflow.fields ?? {});
  if (known.length === 0) return <Typography.Text type="secondary">{t('fields.none')}</Typography.Text>;
  return (
    <Flex vertical>
      {known.map(([key, { name }]) => {
        const label = inLanguage(name, language) || key;
        return (
          <Form.Item key={key} label={label} style={{ marginBottom: 8 }}>
            <Select
              allowClear
              aria-label={label}
              placeholder={t('fields.default')}
              value={fields[key] ?? null}
              options={values.WorkflowAccess.map((value) => ({ value, label: say('WorkflowAccess', value) }))}
              onChange={(access) => {
                const { [key]: _, ...others } = fields;
                onChange(access ? { ...fields, [key]: access } : others);
              }}
            />
          </Form.Item>
        );
      })}
    </Flex>
  );
}
