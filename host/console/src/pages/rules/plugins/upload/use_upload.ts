import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { api, type Schemas } from '../../../../api/client';
import { sendPlugin } from './send';

/** How far an upload is: bytes go over, then the server checks and compiles them. */
export type Upload =
  | { phase: 'sending' | 'checking'; file: File; percent: number }
  | { phase: 'refused'; file: File; error: unknown }
  | { phase: 'stored'; file: File; plugin: Schemas['Plugin']; known: boolean };

/** One upload after the other; giving one up leaves nothing behind. */
export function useUpload() {
  const queries = useQueryClient();
  const plugins = api.useQuery('get', '/api/v1/plugins');
  const [upload, setUpload] = useState<Upload | null>(null);
  const giving = useRef<AbortController>(null);
  const known = plugins.data?.items;
  const start = useCallback(
    async (file: File, signature: string) => {
      giving.current?.abort();
      const { signal } = (giving.current = new AbortController());
      setUpload({ phase: 'sending', file, percent: 0 });
      const progress = (percent: number) => setUpload({ phase: percent < 100 ? 'sending' : 'checking', file, percent: Math.floor(percent) });
      try {
        const plugin = await sendPlugin(file, signature, progress, signal);
        setUpload({ phase: 'stored', file, plugin, known: known?.some(({ id }) => id === plugin.id) ?? false });
        await queries.invalidateQueries({ queryKey: ['get', '/api/v1/plugins'] });
      } catch (error) {
        if (!signal.aborted) setUpload({ phase: 'refused', file, error });
      }
    },
    [known, queries],
  );
  const cancel = useCallback(() => {
    giving.current?.abort();
    setUpload(null);
  }, []);
  return { upload, start, cancel };
}
