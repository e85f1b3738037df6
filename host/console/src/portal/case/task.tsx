import { Button, Card, Flex, Input, Radio } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { typed, untyped } from '../../parts/typed';
import { inLanguage, useLanguage, useValue } from '../../words/use';
import { api } from '../client';
import { Refused } from '../refused';
import { useAfter } from './case';

/** What a button does that takes what was filled in; who refuses or hands over need not fill in anything. */
const FILLED: readonly Schemas['WorkflowDoes'][] = ['submit', 'agree'];

/** What the shop's workflow waits for from the customer: fields to fill in and buttons (Z13). */
export function Task({ task, currency }: { task: Schemas['PortalTask']; currency: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useValue();
  const after = useAfter();
  const [texts, setTexts] = useState<Record<string, string>>(() => Object.fromEntries(task.fields.map(({ key, value }) => [key, untyped(value)])));
  const [opinion, setOpinion] = useState('');
  const [pressed, setPressed] = useState(false);
  const press = api.useMutation('post', '/portal/v1/ticket/task', { onSuccess: after });
  const fields = task.fields.filter(({ access }) => access === 'write' || access === 'required');
  const asksOpinion = task.buttons.some(({ opinion: wanted }) => wanted === 'required');
  const data = (): Record<string, unknown> =>
    // What was there and is emptied is taken out.
    Object.fromEntries(fields.map(({ key, type, value }) => [key, typed(type, texts[key] ?? '', currency) ?? (value == null ? undefined : null)] as const).filter(([, value]) => value !== undefined));
  const empty = ({ key, access }: Schemas['TaskField']) => access === 'required' && !(texts[key] ?? '').trim();
  const go = (button: Schemas['TaskButton']) => {
    setPressed(true);
    if (FILLED.includes(button.does) && fields.some(empty)) return;
    press.mutate({ body: { task: task.id, button: button.code, data: data(), opinion: opinion.trim() || null } });
  };
  return (
    <Card title={<h2 className="h">{inLanguage(task.name, language)}</h2>}>
      <Flex vertical gap="middle">
        <Refused error={press.error} />
        {fields.map((field) => (
          <Fragment key={field.key}>
            <Answer field={field} text={texts[field.key] ?? ''} onChange={(text) => setTexts({ ...texts, [field.key]: text })} />
            {pressed && empty(field) ? <span role="alert" className="wrong">{t('needed')}</span> : null}
          </Fragment>
        ))}
        {asksOpinion ? (
          <Flex vertical gap={4}>
            <label htmlFor="opinion">{t('opinion')}</label>
            <Input.TextArea id="opinion" rows={2} maxLength={4_000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
          </Flex>
        ) : null}
        {task.buttons.map((button, at) => (
          <Button
            key={button.code}
            size="large"
            block
            type={at === 0 ? 'primary' : 'default'}
            disabled={press.isPending}
            loading={press.isPending && press.variables.body.button === button.code}
            onClick={() => go(button)}
          >
            {inLanguage(button.name, language) || say('WorkflowDoes', button.does)}
          </Button>
        ))}
      </Flex>
    </Card>
  );
}

function Answer({ field, text, onChange }: { field: Schemas['TaskField']; text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = `field-${field.key}`;
  const name = inLanguage(field.name, language) || field.key;
  if (field.type === 'boolean') {
    const options = [
      { value: 'true', label: t('survey.yes') },
      { value: 'false', label: t('survey.no') },
    ];
    return (
      <Flex vertical gap={4} role="group" aria-label={name}>
        <span>{name}</span>
        <Radio.Group size="large" optionType="button" options={options} value={text} onChange={({ target }) => onChange(String(target.value))} />
      </Flex>
    );
  }
  const mode = field.type === 'integer' || field.type === 'number' || field.type === 'money' ? 'decimal' : 'text';
  return (
    <Flex vertical gap={4}>
      <label htmlFor={id}>{name}</label>
      <Input
        id={id}
        size="large"
        inputMode={mode}
        type={field.type === 'timestamp' ? 'datetime-local' : 'text'}
        required={field.access === 'required'}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
    </Flex>
  );
}
