/** True for what can be the text of a public key: 64 hexadecimal digits. */
export function isPublicKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text.trim());
}
