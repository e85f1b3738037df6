import { PlusOutlined } from '@ant-design/icons';
import { canExpand, type ObjectFieldTemplateProps } from '@rjsf/utils';
import { Button, Collapse, Flex } from 'antd';
import { useTranslation } from 'react-i18next';

/** Whether a setting says something, so that it is worth being open. */
function says(value: unknown): boolean {
  if (value == null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Settings that hold others: on the first level each folds away, and what is set is open; further in they stand indented below each other. */
export function ObjectTemplate({ title, properties, schema, uiSchema, formData, disabled, readonly, onAddProperty, fieldPathId }: ObjectFieldTemplateProps) {
  const { t } = useTranslation('form');
  const root = fieldPathId.path.length === 0;
  const shown = properties.filter(({ hidden }) => !hidden);
  const inside = (formData ?? {}) as Record<string, unknown>;
  const simple = shown.filter(({ name }) => !folds(schema.properties?.[name]));
  const folded = shown.filter(({ name }) => folds(schema.properties?.[name]));
  return (
    <Flex vertical gap="small" id={fieldPathId.$id} role="group" aria-label={title || undefined} className={root ? undefined : 'inset'}>
      {root || !title ? null : <b>{title}</b>}
      {(root ? simple : shown).map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
      {root && folded.length > 0 ? (
        <Collapse
          defaultActiveKey={folded.filter(({ name }) => says(inside[name])).map(({ name }) => name)}
          items={folded.map(({ name, content }) => ({ key: name, label: titleOf(schema.properties?.[name], name), children: content }))}
        />
      ) : null}
      {canExpand(schema, uiSchema, formData) && !disabled && !readonly ? (
        <div>
          <Button icon={<PlusOutlined />} onClick={onAddProperty}>
            {t('add_entry')}
          </Button>
        </div>
      ) : null}
    </Flex>
  );
}

/** Lists and groups fold; one value does not. */
function folds(schema: unknown): boolean {
  const type = typeof schema === 'object' && schema !== null && 'type' in schema ? schema.type : undefined;
  const types: unknown[] = Array.isArray(type) ? type : [type];
  return !types.some((one) => one === 'string' || one === 'integer' || one === 'number' || one === 'boolean');
}

function titleOf(schema: unknown, name: string): string {
  return typeof schema === 'object' && schema !== null && 'title' in schema && typeof schema.title === 'string' && schema.title ? schema.title : name;
}
