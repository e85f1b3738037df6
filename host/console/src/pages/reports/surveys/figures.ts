/** A part of a whole in percent; a dash of nothing. */
export function share(part: number, whole: number, language: string): string {
  return whole === 0 ? '–' : (part / whole).toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
}

/** The mean of marks with one digit; a dash where nobody gave one. */
export function mean(sum: number, count: number, language: string): string {
  return count === 0 ? '–' : (sum / count).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
