/** Where the reader is, by its IANA name. */
export const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
