/** A name that nothing else has. `crypto.randomUUID` exists only where the page came over TLS or from this machine; a shop's own network may have neither. */
export function fresh(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
