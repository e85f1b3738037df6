import type { Schemas } from '../../../api/client';

/** True when a setting somewhere says `{"parameter": code}`. */
function reads(value: unknown, code: string): boolean {
  if (Array.isArray(value)) return value.some((part) => reads(part, code));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, part]) => (name === 'parameter' && part === code) || reads(part, code));
}

/** Keys of the rules whose settings read a parameter. */
export function usedBy(bindings: Schemas['FileBinding'][], code: string): string[] {
  return bindings.filter(({ config }) => reads(config, code)).map(({ key }) => key);
}
