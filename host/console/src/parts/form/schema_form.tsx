import Rjsf from '@rjsf/antd';
import type { IChangeEvent } from '@rjsf/core';
import type { Experimental_DefaultFormStateBehavior, UiSchema } from '@rjsf/utils';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { faults } from '../../api/problem';
import { ProblemAlert } from '../problem';
import { ObjectTemplate } from './object_template';
import { readable } from './readable';
import { SelectWidget } from './select_widget';
import { validator } from './validator';
import { useStockWords } from './stock';
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

/** Dots and brackets as the form library names places. */
function place(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => `.${part.replaceAll('~1', '/').replaceAll('~0', '~')}`)
    .join('');
}

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
  const places = useMemo(() => faults(error).map((fault) => place(fault.pointer)), [error]);
  const { t } = useTranslation('form');
  const words = useStockWords();
  const shown = useMemo(() => readable(schema as Record<string, unknown>, (value) => t('untouched', { value }), words), [schema, t, words]);
  return (
    <>
      {error ? <ProblemAlert error={error} /> : null}
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
        showErrorList={false}
        noHtml5Validate
        liveValidate={places.length > 0 ? 'onChange' : false}
        onChange={(event: IChangeEvent) => onChange?.(event.formData)}
        onSubmit={(event: IChangeEvent) => onSubmit?.(event.formData)}
      >
        {children ?? <></>}
      </Rjsf>
    </>
  );
}
