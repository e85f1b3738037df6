import { Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

type Names = Record<string, string>;

/** A text in both languages of the console. */
export function NamesInput({ label, value, onChange, error, long = false }: {
  label: string;
  value: Names | null | undefined;
  onChange: (names: { 'zh-CN': string; en: string }) => void;
  error?: { zh?: string | undefined; en?: string | undefined };
  long?: boolean;
}) {
  const { t } = useTranslation('drawing');
  const now = { ...value, 'zh-CN': value?.['zh-CN'] ?? '', en: value?.en ?? '' };
  const Box = long ? Input.TextArea : Input;
  return (
    <Flex vertical>
      <Form.Item label={t('names.zh', { label })} validateStatus={error?.zh ? 'error' : ''} help={error?.zh}>
        <Box aria-label={t('names.zh', { label })} value={now['zh-CN']} onChange={({ target }) => onChange({ ...now, 'zh-CN': target.value })} />
      </Form.Item>
      <Form.Item label={t('names.en', { label })} validateStatus={error?.en ? 'error' : ''} help={error?.en}>
        <Box aria-label={t('names.en', { label })} value={now.en} onChange={({ target }) => onChange({ ...now, en: target.value })} />
      </Form.Item>
    </Flex>
  );
}
