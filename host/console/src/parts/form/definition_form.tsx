import { Card, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Fault, useFaultWords } from '../../words/fault';
import { inLanguage, useLanguage } from '../../words/use';
import { ControlInput, type Surroundings } from './control_input';
import { type Answers, type Field, isRequired, isShown, type Layout } from './definition';
import './words';

/**
 * A published form to be answered. It asks what the answers so far make it ask, and shows at each question what the server found wrong with
 * it. `known` are questions that the page around it answers: they are not asked twice.
 */
export function DefinitionForm({
  layout,
  answers,
  onChange,
  faults = [],
  known = [],
  surroundings,
}: {
  layout: Layout;
  answers: Answers;
  /** One answer at a time: files arrive late, beside what is typed meanwhile. */
  onChange: (key: string, answer: unknown) => void;
  faults?: Fault[];
  known?: readonly string[];
  surroundings: Surroundings;
}) {
  const language = useLanguage();
  const sections = layout.sections
    .map(({ title, fields }) => ({ title, fields: fields.filter((field) => !known.includes(field.key) && isShown(field, answers)) }))
    .filter(({ fields }) => fields.length > 0);
  return sections.map(({ title, fields }) => (
    <Card key={title['zh-CN'] + title.en} size="small" title={<h2 className="h">{inLanguage(title, language)}</h2>}>
      <Form layout="vertical" component="div">
        {fields.map((field) => (
          <Question
            key={field.key}
            field={field}
            answers={answers}
            faults={faults.filter(({ pointer }) => pointer === `/${field.key}` || pointer.startsWith(`/${field.key}/`))}
            surroundings={surroundings}
            onChange={(answer) => onChange(field.key, answer)}
          />
        ))}
      </Form>
    </Card>
  ));
}

function Question({
  field,
  answers,
  faults,
  surroundings,
  onChange,
}: {
  field: Field;
  answers: Answers;
  faults: Fault[];
  surroundings: Surroundings;
  onChange: (answer: unknown) => void;
}) {
  const { t } = useTranslation('form');
  const language = useLanguage();
  const told = useFaultWords();
  const { control } = field;
  const label = inLanguage(field.label, language) || field.key;
  const hints = [
    inLanguage(field.help, language),
    field.locked ? t('filled') : '',
    control.type === 'date_time' && control.auto ? t('auto_now') : '',
    control.type === 'phone' ? t('phone', { digits: control.digits ?? 11 }) : '',
  ].filter(Boolean);
  const id = `answer-${field.key}`;
  const wrong = [...new Set(faults.map((fault) => told(fault)))].join(' ');
  return (
    <Form.Item
      // A box is labelled by the words beside it.
      label={control.type === 'checkbox' ? undefined : label}
      htmlFor={id}
      required={isRequired(field, answers)}
      extra={hints.join(' · ') || undefined}
      {...(wrong ? { validateStatus: 'error' as const, help: <span role="alert">{wrong}</span> } : {})}
    >
      <ControlInput id={id} field={field} label={label} value={answers[field.key]} onChange={onChange} surroundings={surroundings} />
    </Form.Item>
  );
}
