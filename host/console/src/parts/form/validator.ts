import { type Schema, Validator } from '@cfworker/json-schema';
import { type RJSFSchema, type RJSFValidationError, toErrorSchema, type ValidationData, type ValidatorType } from '@rjsf/utils';

/** What contains a wrong value is wrong too; only the innermost places are told. */
const PASSED_ON = ['$ref', 'properties', 'patternProperties', 'items', 'prefixItems', 'allOf', 'anyOf', 'oneOf', 'then', 'else', 'if'];

/** Checks values without making code of a schema: the page's policy forbids that, and schemas come from people. */
function wrong(schema: RJSFSchema, value: unknown): RJSFValidationError[] {
  const { errors } = new Validator(schema as Schema, '2020-12', false).validate(value);
  return errors
    .filter(({ keyword }) => !PASSED_ON.includes(keyword))
    .map(({ instanceLocation, keyword, error }) => {
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
      const path = instanceLocation.replace(/^#/, '') + (missing ? `/${missing}` : '');
      return {
        name: keyword,
        message: error,
        stack: `${path} ${error}`.trim(),
        property: path
          .split('/')
          .slice(1)
          .map((part) => `.${part.replaceAll('~1', '/').replaceAll('~0', '~')}`)
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
    const whole = { ...schema, definitions: root.definitions, $defs: root.$defs } as Schema;
    return new Validator(whole, '2020-12', true).validate(value).valid;
  },
  rawValidation: (schema, value) => ({ errors: wrong(schema, value) as never[] }),
};

export default validator;
