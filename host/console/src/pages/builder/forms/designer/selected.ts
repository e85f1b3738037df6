/** What the panel beside the drawing is about: a field, a section (no field), or the whole form (null). */
export type Selected = { section: number; field: number | null } | null;
