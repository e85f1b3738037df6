import type { Schemas } from '../api/client';
import { session } from '../api/session';
import { put } from './put';

/** Sends a file. `control` is the control of the form that it is for: it decides which files are taken. Fails with what the server said. */
export function sendFile(file: File, { control, progress }: { control?: 'image' | 'video' | 'attachment'; progress?: (percent: number) => void } = {}): Promise<Schemas['Attachment']> {
  const query = new URLSearchParams({ name: file.name, ...(control ? { field: control } : {}) });
  return put(`/api/v1/attachments?${query.toString()}`, session.key(), file, progress);
}
