import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { usePersonOptions, useQueueOptions } from '../../../../parts/people/options';
import type { Act, Typed } from './acts';

/** What an act on several tickets asks before it begins. */
export function Fields({ act, typed, onChange, disabled }: { act: Act; typed: Typed; onChange: (typed: Typed) => void; disabled: boolean }) {
  const { t } = useTranslation('tickets');
  const [queues, people] = [useQueueOptions(), usePersonOptions()];
  const macros = api.useQuery('get', '/api/v1/macros', {}, { enabled: act === 'macro' });
  const choice = (name: 'queue' | 'person' | 'macro', options: { value: string; label: string }[], empty?: string) => (
    <Form.Item label={t(`bulk.${name}`)} htmlFor={`bulk-${name}`}>
      <Select<string>
        id={`bulk-${name}`}
        allowClear
        disabled={disabled}
        showSearch={{ optionFilterProp: 'label' }}
        value={typed[name] ?? null}
        options={options}
        {...(empty ? { notFoundContent: empty } : {})}
        onChange={(value: string | undefined) => onChange({ ...typed, [name]: value })}
      />
    </Form.Item>
  );
  const text = (label: string, required: boolean) => (
    <Form.Item label={label} htmlFor="bulk-text" required={required}>
      <Input.TextArea id="bulk-text" rows={3} maxLength={5_000} disabled={disabled} value={typed.text ?? ''} onChange={({ target }) => onChange({ ...typed, text: target.value })} />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div">
      {act === 'transfer' ? (
        <>
          {choice('queue', queues)}
          {choice('person', people)}
          {text(t('bulk.reason'), false)}
        </>
      ) : null}
      {act === 'macro' ? choice('macro', macros.data?.items.map(({ key, name }) => ({ value: key, label: name })) ?? [], t('bulk.no_macro')) : null}
      {act === 'ask' ? text(t('bulk.question'), true) : null}
      {act === 'note' ? text(t('bulk.note_text'), true) : null}
    </Form>
  );
}
