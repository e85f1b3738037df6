import type { Schemas } from '../../../../api/client';
import { session } from '../../../../api/session';
import { put } from '../../../../parts/put';

/** Largest component that the server takes, in bytes. */
export const LARGEST = 24 * 1024 * 1024;

/** Sends a component, with its signature when it has one. Fails with what the server found; given up with `signal`. */
export function sendPlugin(file: File, signature: string, progress: (percent: number) => void, signal: AbortSignal): Promise<Schemas['Plugin']> {
  // Browsers that do not know the ending would call it something else, which the server refuses unread.
  const component = new File([file], file.name, { type: 'application/wasm' });
  const headers: Record<string, string> = signature.trim() ? { 'plugin-signature': signature.trim() } : {};
  return put('/api/v1/plugins', session.key(), component, progress, { headers, signal });
}
