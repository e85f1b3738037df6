import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { fresh } from '../../parts/fresh';
import { put } from '../../parts/put';

/** A file on its way. */
export interface Sending {
  id: string;
  /** The link to the case it belongs to. */
  token: string | null;
  file: File;
  percent: number;
  /** Why it was not taken. */
  error?: unknown;
}

/** Sends files to a case, one after the other; `sent` hears of each. What was not taken stays until it is sent again or dropped. */
export function useSending(sent: () => unknown = () => undefined) {
  const [all, setAll] = useState<Sending[]>([]);
  const change = (id: string, to: Partial<Sending>) => setAll((now) => now.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const drop = (id: string) => setAll((now) => now.filter((one) => one.id !== id));
  const send = async ({ id, token, file }: Sending) => {
    change(id, { percent: 0, error: undefined });
    try {
      const place = `/portal/v1/ticket/attachments?name=${encodeURIComponent(file.name)}`;
      await put<Schemas['CustomerFile']>(place, token, file, (percent) => change(id, { percent }));
      drop(id);
      await sent();
    } catch (error) {
      change(id, { error });
    }
  };
  const take = (files: File[], token: string | null) => {
    const added = files.map((file) => ({ id: fresh(), token, file, percent: 0 }));
    setAll((now) => [...now, ...added]);
    return added.reduce((before, one) => before.then(() => send(one)), Promise.resolve());
  };
  return { all, take, again: send, drop };
}
