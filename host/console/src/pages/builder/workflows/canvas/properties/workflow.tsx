import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { values } from '../../../../../api/values';
import { useValue } from '../../../../../words/use';
import { NamesInput } from '../../../drawing/names_input';
import type { Workflow } from '../edit';
import { RoleSelect } from './who';

/** What is said of the workflow as a whole, and the fields that its nodes fill in. */
export function WorkflowProperties({ workflow, put }: { workflow: Workflow; put: (change: (workflow: Workflow) => Workflow, what?: string) => void }) {
  const { t } = useTranslation('workflows');
  const { t: common } = useTranslation();
  const say = useValue();
  const fields = workflow.fields ?? {};
  const set = (key: string, change: Partial<(typeof fields)[string]>) =>
    put((now) => ({ ...now, fields: Object.fromEntries(Object.entries(now.fields ?? {}).map(([name, field]) => [name, name === key ? { ...field, ...change } : field])) }), `field ${key}`);
  const free = () => {
    let count = Object.keys(fields).length + 1;
    while (`field_${count}` in fields) count += 1;
    return `field_${count}`;
  };
  return (
    <>
      <Typography.Paragraph type="secondary">{t('select_hint')}</Typography.Paragraph>
      <NamesInput label={t('properties.name')} value={workflow.name} onChange={(name) => put((now) => ({ ...now, name }), 'name')} />
      <NamesInput long label={t('properties.description')} value={workflow.description} onChange={(description) => put((now) => ({ ...now, description }), 'description')} />
      <Form.Item label={t('properties.fallback')} help={t('properties.fallback_help')}>
        <RoleSelect label={t('properties.fallback')} value={workflow.fallback} onChange={(fallback) => put((now) => ({ ...now, fallback }))} />
      </Form.Item>
      <h3>{t('fields.own')}</h3>
      <Flex vertical gap="small">
        {Object.entries(fields).map(([key, field]) => (
          <Card
            key={key}
            size="small"
            title={<code>{key}</code>}
            extra={
              <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={`${common('actions.delete')} ${key}`}
                onClick={() => put((now) => ({ ...now, fields: Object.fromEntries(Object.entries(now.fields ?? {}).filter(([name]) => name !== key)) }))}
              />
            }
          >
            <NamesInput label={t('properties.name')} value={field.name} onChange={(name) => set(key, { name })} />
            <Form.Item label={t('fields.type')}>
              <Select aria-label={t('fields.type')} value={field.type} options={values.WorkflowValueType.map((value) => ({ value, label: say('WorkflowValueType', value) }))} onChange={(type) => set(key, { type })} />
            </Form.Item>
          </Card>
        ))}
        <Button icon={<PlusOutlined />} onClick={() => put((now) => ({ ...now, fields: { ...now.fields, [free()]: { name: { 'zh-CN': t('fields.new', { lng: 'zh-CN' }), en: t('fields.new', { lng: 'en' }) }, type: 'text' } } }))}>
          {t('fields.add')}
        </Button>
      </Flex>
    </>
  );
}
