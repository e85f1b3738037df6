import Rjsf from '@rjsf/antd';
import type { IChangeEvent } from '@rjsf/core';
import type { UiSchema } from '@rjsf/utils';
import { type ReactNode, useMemo } from 'react';
import { faults } from '../../api/problem';
import { ProblemAlert } from '../problem';
import { validator } from './validator';

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
  return (
    <>
      {error ? <ProblemAlert error={error} /> : null}
      <Rjsf
        schema={schema}
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
