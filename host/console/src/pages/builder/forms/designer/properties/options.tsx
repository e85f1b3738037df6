import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';

type Choice = Schemas['FormChoice'];

/** What can be chosen: the value that is kept, and what people read. */
export function Options({ options, onChange }: { options: Choice[]; onChange: (options: Choice[]) => void }) {
  const { t } = useTranslation('forms');
  const { t: common } = useTranslation();
  const put = (at: number, change: Partial<Choice>) => onChange(options.map((option, index) => (index === at ? { ...option, ...change } : option)));
  return (
    <Form.Item label={t('options.title')}>
      <Flex vertical gap="small" role="group" aria-label={t('options.title')}>
        {options.map(({ value, label }, at) => (
          <Flex key={at} gap={4}>
            <Input aria-label={t('options.value', { at: at + 1 })} value={value} onChange={({ target }) => put(at, { value: target.value })} />
            <Input aria-label={t('options.zh', { at: at + 1 })} value={label['zh-CN']} onChange={({ target }) => put(at, { label: { ...label, 'zh-CN': target.value } })} />
            <Input aria-label={t('options.en', { at: at + 1 })} value={label.en} onChange={({ target }) => put(at, { label: { ...label, en: target.value } })} />
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              aria-label={t('options.up', { at: at + 1 })}
              onClick={() => onChange(options.toSpliced(at, 1).toSpliced(at - 1, 0, { value, label }))}
            />
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${at + 1}`} onClick={() => onChange(options.toSpliced(at, 1))} />
          </Flex>
        ))}
        <Button icon={<PlusOutlined />} onClick={() => onChange([...options, { value: `option_${options.length + 1}`, label: { 'zh-CN': '', en: '' } }])}>
          {t('options.add')}
        </Button>
      </Flex>
    </Form.Item>
  );
}
