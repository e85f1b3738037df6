import type { Schemas } from '../../api/client';
import { holds, isEmpty } from './condition';

/** A question as `GET /forms/{key}/schema` draws it. */
export type Field = Omit<Schemas['FormField'], 'default'> & {
  /** File types that are taken, for controls with files. */
  accept?: string[];
};

/** A published form as `GET /forms/{key}/schema` draws it. */
export interface Layout {
  key: string;
  version: number;
  title: Schemas['FormLabel'];
  sections: { title: Schemas['FormLabel']; fields: Field[] }[];
}

/** Answers by field. */
export type Answers = Record<string, unknown>;

/** A file as a form keeps it. */
export interface FileAnswer {
  name: string;
  media_type: string;
  bytes: number;
  digest: string;
}

/** A line of the order that questions about goods choose from. */
export interface Goods {
  line: string;
  title: string;
  /** How many were bought. */
  bought: number;
}

/** Whether a question is asked with these answers. What only the server can tell is asked: it may be left out. */
export function isShown(field: Field, answers: Answers): boolean {
  return holds(field.show_when, answers) !== false;
}

/** Whether it must be answered. */
export function isRequired(field: Field, answers: Answers): boolean {
  if (holds(field.show_when, answers) === null) return false;
  return field.required === true || (field.require_when != null && holds(field.require_when, answers) === true);
}

/** The answers as they are sent: without those of questions that are not asked any more, and without empty ones. */
export function toSend(layout: Layout, answers: Answers): Answers {
  const fields = layout.sections.flatMap((section) => section.fields);
  const sent = fields.filter((field) => isShown(field, answers) && !isEmpty(answers[field.key]));
  return Object.fromEntries(sent.map(({ key }) => [key, answers[key]]));
}
