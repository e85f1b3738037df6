import { useEffect, useState } from 'react';
import { fetcher } from '../api/client';

interface Found {
  bytes: Blob | null;
  /** Where the page finds them while they are shown. */
  url: string | null;
  error: unknown;
}

const NOTHING: Found = { bytes: null, url: null, error: null };

/** The bytes of a file, which only come with the key of who reads them. */
export function useBytes(id: string, type: string): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    fetcher
      .GET('/api/v1/attachments/{id}', { params: { path: { id } }, parseAs: 'blob' })
      .then(({ data, error }) => {
        if (gone) return;
        if (!data) return setFound({ ...NOTHING, error });
        const bytes = new Blob([data], { type });
        made = URL.createObjectURL(bytes);
        setFound({ bytes, url: made, error: null });
      })
      .catch((error: unknown) => setFound({ ...NOTHING, error }));
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, type]);
  return found;
}
