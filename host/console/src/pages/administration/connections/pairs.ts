/** A secret by the name that the plugin has for it. */
interface Pair {
  name: string;
  secret: string;
}

/** Names and values as rows of a form. */
export const pairs = (kept: Record<string, string>): Pair[] => Object.entries(kept).map(([name, secret]) => ({ name, secret }));

/** The rows of a form as names and values. */
export const record = (rows: readonly Pair[] | undefined): Record<string, string> => Object.fromEntries((rows ?? []).map(({ name, secret }) => [name, secret]));
