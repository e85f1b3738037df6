import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell } from '../../../parts/problem';
import { useHistory } from './use_history';
import { useShortcuts } from './use_shortcuts';

/** What the designers need of a drawing's view. */
interface View {
  version: number;
  published?: number | null | undefined;
  draft?: unknown;
}

/** How a sort of drawings is kept: by calls that take the version that was seen. */
interface Keeper<Definition, Seen extends View> {
  /** Where the API has them: the list's path; one's is the same with `/{key}`. */
  path: '/api/v1/forms' | '/api/v1/workflows';
  put: (version: number, definition: Definition) => Promise<Seen>;
  publish: (version: number) => Promise<Seen>;
  /** Takes what the server answered as what is shown. */
  keep: (next: Seen) => void;
}

/** A drawing under work: its history, and how it is saved and published. What is refused stays as it was drawn. */
export function useDrawing<Definition, Seen extends View>(view: Seen, first: Definition, { path, put, publish, keep }: Keeper<Definition, Seen>) {
  const { t } = useTranslation('drawing');
  const tell = useTell();
  const client = useQueryClient();
  const history = useHistory(first);
  const [saved, setSaved] = useState(first);
  const [busy, setBusy] = useState(false);
  const unsaved = history.now !== saved;
  const again = (which: string) => client.invalidateQueries({ queryKey: ['get', `${path}${which}`] });
  const kept = (next: Seen) => {
    keep(next);
    void again('');
    return next;
  };
  const save = async () => {
    const drawn = history.now;
    const next = await put(view.version, drawn);
    setSaved(drawn);
    return kept(next);
  };
  const run = async (work: () => Promise<string | undefined>) => {
    setBusy(true);
    try {
      tell.done(await work());
    } catch (error) {
      tell.failed(error);
      void again('/{key}');
    }
    setBusy(false);
  };
  const onSave = () =>
    void run(async () => {
      await save();
      return undefined;
    });
  const onPublish = () =>
    void run(async () => {
      const { version } = unsaved ? await save() : view;
      const next = kept(await publish(version));
      void again('/{key}/editions');
      return t('bar.published', { edition: next.published });
    });
  useShortcuts({ undo: history.undo, redo: history.redo, save: () => unsaved && onSave() });
  return { history, unsaved, busy, canPublish: unsaved || view.draft != null, onSave, onPublish };
}
