import { type Schema, Validator } from '@cfworker/json-schema';
import { type RJSFSchema, type RJSFValidationError, toErrorSchema, type ValidationData, type ValidatorType } from '@rjsf/utils';
import { segments } from './path';

/** What contains a wrong value is wrong too; only the innermost places are told. */
const PASSED_ON = ['$ref', 'properties', 'patternProperties', 'items', 'prefixItems', 'allOf', 'anyOf', 'oneOf', 'then', 'else', 'if'];

/** A value as it is sent: a field that was emptied is `undefined` here, which JSON leaves out and the validator does not take. */
const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/**
 * A schema under one fixed name. The validator writes into shared parts where what they refer to stands, by default from the address of the
 * page; that changes, and the form library gives some parts a name of their own.
 */
const named = (schema: RJSFSchema): Schema => ({ ...schema, $id: 'https://settings.invalid/' }) as Schema;

/** Checks values without making code of a schema: the page's policy forbids that, and schemas come from people. */
function wrong(schema: RJSFSchema, value: unknown): RJSFValidationError[] {
  const { errors } = new Validator(named(schema), '2020-12', false).validate(asSent(value));
  // Where one of several alternatives is meant and lacks something, that it is not another one helps nobody.
  const deeper = (place: string) => errors.some(({ instanceLocation, keyword }) => keyword === 'required' ? instanceLocation === place : instanceLocation.startsWith(`${place}/`));
  const elsewhere = (one: (typeof errors)[number]) => one.keyword === 'type' && /\/(anyOf|oneOf)\//.test(one.keywordLocation) && deeper(one.instanceLocation);
  return errors
    .filter((one) => !PASSED_ON.includes(one.keyword) && !elsewhere(one))
    .map(({ instanceLocation, keyword, error }) => {
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
      const path = instanceLocation.replace(/^#/, '') + (missing ? `/${missing}` : '');
      return {
        name: keyword,
        message: error,
        params: { limit: /(?:[<>]|than(?: or equal to)?|multiple of)\s+(-?\d[\d.e+-]*?)\)?\.$/.exec(error)?.[1] },
        stack: `${path} ${error}`.trim(),
        property: segments(path)
          .map((part) => `.${part}`)
          .join(''),
      };
    });
}

/** Judges what is typed into a form that a schema describes; the server has the last word. */
export const validator: ValidatorType = {
  validateFormData(value, schema, _custom, transform, ui): ValidationData<unknown> {
    const found = wrong(schema, value ?? {});
    const errors = transform ? transform(found, ui) : found;
    return { errors, errorSchema: toErrorSchema(errors) };
  },
  isValid(schema, value, root) {
    const whole = named({ ...schema, definitions: root.definitions, $defs: root.$defs });
    return value !== undefined && new Validator(whole, '2020-12', true).validate(asSent(value)).valid;
  },
  rawValidation: (schema, value) => ({ errors: wrong(schema, value) as never[] }),
};

export default validator;
