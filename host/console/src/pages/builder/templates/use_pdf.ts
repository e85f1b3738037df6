import { useEffect, useState } from 'react';
import { fetcher, type Schemas } from '../../../api/client';

/** Prints a template with sample data; the address of the paper is given back when it is no longer shown. */
export function usePdf() {
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => () => { if (url) URL.revokeObjectURL(url); }, [url]);
  const print = async (body: Schemas['Preview']) => {
    setBusy(true);
    setError(null);
    try {
      const answer = await fetcher.POST('/api/v1/print/preview', { body, parseAs: 'blob' });
      if (answer.error) throw answer.error;
      setUrl(URL.createObjectURL(new Blob([answer.data], { type: 'application/pdf' })));
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return { url, error, busy, print };
}
