import { Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { values } from '../../../api/values';
import { useTell } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { Editor } from '../common/editor';
import { Field } from '../common/faults';
import { blank, type Value, ValueInput } from './value_input';

/** Adds a parameter, or changes one; what is saved holds for the next decision (L23, L32). */
export function EditParameter({ from, taken, onClose }: { from: Schemas['Parameter'] | null; taken: string[]; onClose: () => void }) {
  const { t } = useTranslation('builder');
  const say = useValue();
  const { done } = useTell();
  const queries = useQueryClient();
  const [code, setCode] = useState(from?.code ?? '');
  const [name, setName] = useState(from?.name ?? '');
  const [description, setDescription] = useState(from?.description ?? '');
  const [type, setType] = useState<Schemas['ParameterType']>(from?.type ?? 'number');
  const [value, setValue] = useState<Value>(from?.value ?? '');
  const save = api.useMutation('put', '/api/v1/parameters/{code}', {
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/parameters'] });
      done(t('parameters.effective'));
      onClose();
    },
  });
  const [tried, setTried] = useState(false);
  const clash = !from && taken.includes(code);
  return (
    <Editor
      title={from ? t('parameters.edit', { name: from.name }) : t('parameters.add')}
      error={save.error}
      saving={save.isPending}
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (code && !clash) save.mutate({ params: { path: { code } }, body: { name, description, type, value } });
      }}
    >
      <Field label={t('parameters.name')} at="/name" required>
        <Input value={name} maxLength={100} showCount onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('parameters.code')} at="/code" required hint={clash ? t('parameters.code_taken') : t('parameters.code_hint')}>
        <Input value={code} disabled={from != null} maxLength={64} status={clash || (tried && !code) ? 'error' : ''} onChange={(event) => setCode(event.target.value.trim())} />
      </Field>
      <Field label={t('parameters.type')} at="/type" required>
        <Select
          value={type}
          options={values.ParameterType.map((one) => ({ value: one, label: say('ParameterType', one) }))}
          onChange={(next) => {
            setType(next);
            setValue(blank(next));
          }}
        />
      </Field>
      <Field label={t('parameters.value')} at="/value" required>
        <ValueInput type={type} value={value} onChange={setValue} />
      </Field>
      <Field label={t('parameters.description')} at="/description">
        <Input.TextArea value={description} maxLength={300} showCount rows={3} onChange={(event) => setDescription(event.target.value)} />
      </Field>
    </Editor>
  );
}
