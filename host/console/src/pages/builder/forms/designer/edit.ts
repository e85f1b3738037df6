import type { Schemas } from '../../../../api/client';

type Form = Schemas['FormDefinition'];
type Field = Schemas['FormField'];
type Section = Schemas['FormSection'];

/** Where a field stands. */
export interface Place {
  section: number;
  field: number;
}

const changed = (form: Form, at: number, change: (section: Section) => Section): Form => ({
  ...form,
  sections: form.sections.map((section, index) => (index === at ? change(section) : section)),
});

export function fieldAt(form: Form, { section, field }: Place): Field | undefined {
  return form.sections[section]?.fields[field];
}

/** Puts a field at a place; behind the last one when the place lies beyond. */
export function insert(form: Form, place: Place, field: Field): Form {
  return changed(form, place.section, (section) => ({ ...section, fields: section.fields.toSpliced(place.field, 0, field) }));
}

export function remove(form: Form, place: Place): Form {
  return changed(form, place.section, (section) => ({ ...section, fields: section.fields.toSpliced(place.field, 1) }));
}

/** Takes a field from one place to another, which is counted without it. */
export function move(form: Form, from: Place, to: Place): Form {
  const field = fieldAt(form, from);
  if (!field || (from.section === to.section && from.field === to.field)) return form;
  return insert(remove(form, from), to, field);
}

/** Changes a field; a new key is followed by everything that reads it. */
export function set(form: Form, place: Place, change: Partial<Field>): Form {
  const before = fieldAt(form, place);
  if (!before) return form;
  const after = changed(form, place.section, (section) => ({ ...section, fields: section.fields.with(place.field, { ...before, ...change }) }));
  return change.key && change.key !== before.key && others(form, place).every(({ key }) => key !== before.key) ? renamed(after, before.key, change.key) : after;
}

const others = (form: Form, place: Place) => form.sections.flatMap(({ fields }, section) => fields.filter((_, field) => section !== place.section || field !== place.field));

function renamed(form: Form, from: string, to: string): Form {
  const reads = new RegExp(`\\bfield\\.${from.replace(/[^\w]/g, '\\$&')}(?![A-Za-z0-9_])`, 'g');
  const follow = (text: string | null | undefined) => text?.replace(reads, `field.${to}`);
  return {
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => ({
        ...field,
        ...(field.show_when ? { show_when: follow(field.show_when) } : {}),
        ...(field.require_when ? { require_when: follow(field.require_when) } : {}),
      })),
    })),
    ...(form.checks ? { checks: form.checks.map((check) => ({ ...check, expression: follow(check.expression) ?? '', ...(check.at === from ? { at: to } : {}) })) } : {}),
  };
}

export function addSection(form: Form, title: Section['title']): Form {
  return { ...form, sections: [...form.sections, { title, fields: [] }] };
}

export function removeSection(form: Form, at: number): Form {
  return { ...form, sections: form.sections.toSpliced(at, 1) };
}

export function moveSection(form: Form, from: number, to: number): Form {
  const section = form.sections[from];
  if (!section || to < 0 || to >= form.sections.length) return form;
  return { ...form, sections: form.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

export function setSection(form: Form, at: number, change: Partial<Section>): Form {
  return changed(form, at, (section) => ({ ...section, ...change }));
}

/** A key that no field has: `text`, `text_2`, … */
export function freeKey(form: Form, wish: string): string {
  const taken = new Set(form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? wish : `${wish}_${count}`;
    if (!taken.has(key)) return key;
  }
}

/** The pointer under which the server tells findings of a field. */
export const pointer = ({ section, field }: Place) => `/sections/${section}/fields/${field}`;

/** Findings at or below a pointer. */
export function findingsAt(findings: Schemas['FormFinding'][], at: string): Schemas['FormFinding'][] {
  return findings.filter(({ path }) => path === at || path.startsWith(`${at}/`));
}

/** The field that a pointer leads to. */
export function placeOf(path: string): Place | null {
  const found = /^\/sections\/(\d+)\/fields\/(\d+)/.exec(path);
  return found ? { section: Number(found[1]), field: Number(found[2]) } : null;
}
