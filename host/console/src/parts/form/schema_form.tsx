import Rjsf from '@rjsf/antd';
import type { IChangeEvent } from '@rjsf/core';
import { type Experimental_DefaultFormStateBehavior, type RJSFValidationError, toErrorSchema, type UiSchema } from '@rjsf/utils';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { faults } from '../../api/problem';
import { useFaultWords } from '../../words/fault';
import { ProblemAlert } from '../problem';
import { ObjectTemplate } from './object_template';
import { segments, titles } from './path';
import { readable } from './readable';
import { SelectWidget } from './select_widget';
import { validator } from './validator';
import { useStockProblem, useStockWords } from './stock';
import './words';

const widgets = { SelectWidget };
const templates = { ObjectFieldTemplate: ObjectTemplate };
// What nobody typed is not written into what is saved: the plugin has its defaults itself, and a later version may have others.
const AS_TYPED: Experimental_DefaultFormStateBehavior = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
  allOf: 'skipDefaults',
  constAsDefaults: 'never',
};

/** Where settings stand in what is sent. */
const SENT_AT = 'config';

/** A form that a JSON Schema describes: settings of plugins, forms of tickets. What the server found wrong stands above it. */
export function SchemaForm({
  schema,
  ui,
  value,
  error,
  disabled = false,
  onChange,
  onSubmit,
  children,
}: {
  schema: object;
  ui?: UiSchema;
  value: unknown;
  error?: unknown;
  disabled?: boolean;
  onChange?: (value: unknown) => void;
  onSubmit?: (value: unknown) => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation('form');
  const { t: common } = useTranslation();
  const stock = useStockWords();
  const shown = useMemo(() => {
    const phrases = { untouched: (value: string) => t('untouched', { value }), none: t('none'), given: t('given'), yes: common('yes'), no: common('no') };
    return readable(schema as Record<string, unknown>, phrases, stock);
  }, [schema, t, common, stock]);
  const words = useFaultWords();
  const path = (pointer: string) => segments(pointer).slice(pointer.startsWith(`/${SENT_AT}`) ? 1 : 0);
  const told = useStockProblem()(error);
  const refused = faults(told).filter(({ pointer }) => pointer !== '');
  const extra = toErrorSchema(refused.map((fault) => ({ stack: '', message: words(fault), property: path(fault.pointer).map((part) => `.${part}`).join('') })));
  const inWords = useCallback(
    (wrong: RJSFValidationError[]) => wrong.map((one) => ({ ...one, message: t(`wrong.${one.name}`, { ...(one.params as { limit?: string }), defaultValue: one.message ?? '' }) })),
    [t],
  );
  return (
    <>
      {told ? <ProblemAlert error={told} place={(pointer) => titles(shown, path(pointer)).join(' › ')} /> : null}
      <Rjsf
        schema={shown}
        widgets={widgets}
        templates={templates}
        experimental_defaultFormStateBehavior={AS_TYPED}
        className="settings"
        uiSchema={ui}
        formData={value}
        validator={validator}
        disabled={disabled}
        transformErrors={inWords}
        showErrorList={false}
        noHtml5Validate
        extraErrors={extra}
        liveValidate={refused.length > 0 ? 'onChange' : false}
        onChange={(event: IChangeEvent) => onChange?.(event.formData)}
        onSubmit={(event: IChangeEvent) => onSubmit?.(event.formData)}
      >
        {children ?? <></>}
      </Rjsf>
    </>
  );
}
