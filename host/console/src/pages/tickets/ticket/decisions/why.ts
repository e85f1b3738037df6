/** What a rule gave as its reasons, whatever it was asked: the words that its answer carries. */
export function reasonsOf(answer: unknown): string[] {
  const output = part(answer, 'output');
  if (Array.isArray(output)) return output.flatMap((one) => text(part(one, 'subject')));
  const signals = part(output, 'signals');
  const found = Array.isArray(signals) ? signals.flatMap((one) => text(part(one, 'detail')).map((said) => weighed(said, part(one, 'weight')))) : [];
  return [...text(part(output, 'explanation')), ...text(part(output, 'reason')), ...found];
}

const part = (value: unknown, name: string): unknown => (typeof value === 'object' && value != null ? (value as Record<string, unknown>)[name] : undefined);
const text = (value: unknown): string[] => (typeof value === 'string' && value ? [value] : []);
const weighed = (said: string, weight: unknown) => (typeof weight === 'number' ? `+${weight} ${said}` : said);
