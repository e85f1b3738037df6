/** Rows as CSV (RFC 4180); what a spreadsheet would take for a formula is written as text. */
export function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Rows of a CSV text; empty lines are left out, and the tab or backtick that shops' statements put before numbers is too. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const end = () => {
    row.push(cell.trim().replace(/^[`']/, ''));
    cell = '';
  };
  const line = () => {
    end();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  const clean = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (sign === ',') end();
    else if (sign === '\n') line();
    else if (sign !== '\r') cell += sign;
  }
  line();
  return rows;
}

/** The text of a statement: UTF-8, or else the encoding that Chinese banks' files have. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
