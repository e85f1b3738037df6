import type { Schemas } from '../../../api/client';

export type Placement = Schemas['Placement'];
type Line = Schemas['InspectedLine'];

/** Units that are counted; together they are what was expected, and `extra` comes on top. */
export const COUNTS = ['good', 'damaged', 'missing', 'wrong'] as const;
export type Count = (typeof COUNTS)[number] | 'extra';

/** What somebody found of one line so far. */
export interface Found extends Record<Count, number> {
  /** Where the units go; null while they go where such units usually go. */
  placements: Placement[] | null;
  /** How many of each part are missing. */
  parts: Record<string, number>;
  serials: string[];
  /** Ids of uploaded photos. */
  photos: string[];
  note: string;
}

/** Everything is here and as it should be: what somebody changes is what is not. */
export function fresh(expected: number): Found {
  return { good: expected, damaged: 0, missing: 0, wrong: 0, extra: 0, placements: null, parts: {}, serials: [], photos: [], note: '' };
}

/** What an earlier inspection says: a later one says everything again. */
export function earlier({ good, damaged = 0, missing = 0, wrong = 0, extra = 0, placements = [], missing_parts: parts = [], serials = [], photos = [], note = '' }: Line): Found {
  const found = { good, damaged, missing, wrong, extra, parts: Object.fromEntries(parts.map(({ code, quantity }) => [code, quantity])), serials, photos, note };
  const plain: Found = { ...found, placements: null };
  // Only places that somebody chose stay as they are when it is counted anew.
  return same(placements, usual(plain)) ? plain : { ...found, placements };
}

/** Counts anew. What is found wrong was taken for good before, so the good ones make up the rest. */
export function count(found: Found, expected: number, what: Count, quantity: number): Found {
  const counted = { ...found, [what]: quantity };
  if (what === 'good' || what === 'extra') return counted;
  return { ...counted, good: Math.max(0, expected - counted.damaged - counted.missing - counted.wrong) };
}

/** Units that are here and go somewhere. */
export const present = ({ good, damaged, wrong, extra }: Found) => good + damaged + wrong + extra;

const incomplete = ({ parts }: Found) => Object.values(parts).some((quantity) => quantity > 0);

/** Where such units usually go: good ones are sold again, the others wait apart for somebody's decision. */
export function usual(found: Found): Placement[] {
  const whole: Placement = { quantity: found.good + found.extra, grade: incomplete(found) ? 'b' : 'a', disposition: 'restock' };
  const others: Placement[] = [
    { quantity: found.damaged, grade: 'c', disposition: 'quarantine' },
    { quantity: found.wrong, grade: 'd', disposition: 'quarantine' },
  ];
  return [whole, ...others].filter(({ quantity }) => quantity > 0);
}

const same = (some: Placement[], others: Placement[]) =>
  some.length === others.length &&
  some.every(({ quantity, grade, disposition }, at) => {
    const other = others[at];
    return other?.quantity === quantity && other.grade === grade && other.disposition === disposition;
  });

/** Where the units go. */
export const placed = (found: Found): Placement[] => found.placements ?? usual(found);

/** What keeps an inspection from being sent; the server refuses the same. */
export interface Fault {
  kind: 'too_few' | 'too_many' | 'unplaced' | 'overplaced' | 'restocked';
  count: number;
}

/** What does not add up: no unit is lost or counted twice. */
export function faults(found: Found, expected: number): Fault[] {
  const counted = COUNTS.reduce((sum, what) => sum + found[what], 0);
  const places = placed(found);
  const sum = (of: Placement[]) => of.reduce((all, { quantity }) => all + quantity, 0);
  const [units, here] = [sum(places), present(found)];
  const again = sum(places.filter(({ disposition }) => disposition === 'restock')) - found.good - found.extra;
  const all: Fault[] = [
    { kind: 'too_few', count: expected - counted },
    { kind: 'too_many', count: counted - expected },
    { kind: 'unplaced', count: here - units },
    { kind: 'overplaced', count: units - here },
    { kind: 'restocked', count: again },
  ];
  return all.filter((fault) => fault.count > 0);
}

/** The line as it is sent. */
export function inspected(line: string, found: Found): Line {
  const { good, damaged, missing, wrong, extra, serials, photos, note } = found;
  return {
    line,
    good,
    damaged,
    missing,
    wrong,
    extra,
    placements: placed(found).filter(({ quantity }) => quantity > 0),
    missing_parts: Object.entries(found.parts).flatMap(([code, quantity]) => (quantity > 0 ? [{ code, quantity }] : [])),
    serials,
    photos,
    note: note.trim(),
  };
}
