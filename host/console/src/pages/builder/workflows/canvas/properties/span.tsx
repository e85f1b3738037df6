import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** True for what the server reads as a length of time. */
export const isSpan = (text: string) => /^(?=.)(\d+d)?(\d+h)?(\d+m)?(\d+s)?$/.test(text.trim());

/** A length of time such as 4h or 1d12h. */
export function SpanInput({ label, value, onChange }: { label: string; value: string; onChange: (span: string) => void }) {
  const { t } = useTranslation('workflows');
  const wrong = !isSpan(value);
  return (
    <Form.Item label={label} validateStatus={wrong ? 'error' : ''} help={t('limit.span_help')}>
      <Input aria-label={label} value={value} onChange={({ target }) => onChange(target.value)} />
    </Form.Item>
  );
}
