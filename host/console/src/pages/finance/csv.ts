/** Rows as CSV (RFC 4180); what a spreadsheet would take for a formula is written as text. */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Adds up amounts, one for each currency. */
export function totals(amounts: readonly { minor: number; currency: string }[]): { minor: number; currency: string }[] {
  const found = new Map<string, number>();
  for (const { minor, currency } of amounts) found.set(currency, (found.get(currency) ?? 0) + minor);
  return [...found].map(([currency, minor]) => ({ minor, currency }));
}
