import { Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import type { Answers } from '../../../../parts/form/definition';
import { DefinitionForm } from '../../../../parts/form/definition_form';

/** Widths in pixels: a column of the console, and a telephone. */
const WIDTHS = { desk: 720, phone: 390 } as const;

/** The form as an agent or a customer gets it, to be tried; nothing is sent. */
export function Preview({ form }: { form: Schemas['FormDefinition'] }) {
  const { t } = useTranslation('forms');
  const [audience, setAudience] = useState<'agent' | 'customer'>('agent');
  const [width, setWidth] = useState<keyof typeof WIDTHS>('desk');
  const [answers, setAnswers] = useState<Answers>({});
  const fields = form.sections.flatMap((section) => section.fields);
  const given: Answers = { ...Object.fromEntries(fields.map(({ key, default: first }) => [key, first])), ...answers };
  const hidden = audience === 'customer' ? fields.filter(({ internal }) => internal).map(({ key }) => key) : [];
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" align="center" wrap>
        <Segmented<'agent' | 'customer'>
          aria-label={t('audience.label')}
          value={audience}
          options={[
            { value: 'agent', label: t('audience.agent') },
            { value: 'customer', label: t('audience.customer') },
          ]}
          onChange={(next) => {
            setAudience(next);
            // Customers mostly come with a telephone.
            setWidth(next === 'customer' ? 'phone' : 'desk');
          }}
        />
        <Segmented<keyof typeof WIDTHS>
          aria-label={t('width.label')}
          value={width}
          options={[
            { value: 'desk', label: t('width.desk') },
            { value: 'phone', label: t('width.phone') },
          ]}
          onChange={setWidth}
        />
        <Typography.Text type="secondary">{t('preview_hint')}</Typography.Text>
      </Flex>
      <Flex vertical gap="small" style={{ width: '100%', maxWidth: WIDTHS[width] }}>
        <DefinitionForm
          layout={form}
          answers={given}
          known={hidden}
          surroundings={{ currency: form.currency ?? 'CNY' }}
          onChange={(field, answer) => setAnswers((before) => ({ ...before, [field]: answer }))}
        />
      </Flex>
    </Flex>
  );
}
