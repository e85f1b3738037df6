import { useEffect, useState } from 'react';
import { fetcher } from '../../../../api/client';
import { useLanguage } from '../../../../words/use';
import { hereZone } from '../../../../parts/zone';

interface Printed {
  bytes: Blob | null;
  /** Where the page finds it while it is shown. */
  url: string | null;
  error: unknown;
}

const NOTHING: Printed = { bytes: null, url: null, error: null };

/** A paper of a ticket as PDF, in the reader's language and time zone. */
export function usePaper(id: string, template: string): Printed {
  const locale = useLanguage();
  const [printed, setPrinted] = useState(NOTHING);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    const query = { locale, time_zone: hereZone() };
    fetcher
      .GET('/api/v1/tickets/{id}/print/{template}', { params: { path: { id, template }, query }, parseAs: 'blob' })
      .then(({ data, error }) => {
        if (gone) return;
        if (!data) return setPrinted({ ...NOTHING, error });
        const bytes = new Blob([data], { type: 'application/pdf' });
        made = URL.createObjectURL(bytes);
        setPrinted({ bytes, url: made, error: null });
      })
      .catch((error: unknown) => setPrinted({ ...NOTHING, error }));
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, template, locale]);
  return printed;
}
