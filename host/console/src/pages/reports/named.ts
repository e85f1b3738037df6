import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

type View = Pick<Schemas['ReportView'], 'id' | 'shipped' | 'definition'>;

/** What reports and their measures are called: those that come with Redress in the reader's language, a shop's own as they are named. */
export function useReportWords() {
  const { t } = useTranslation('shipped_reports');
  const name = useCallback(({ id, shipped, definition }: View) => (shipped ? t(`${id}.name`, { defaultValue: definition.name }) : definition.name), [t]);
  const about = useCallback(
    ({ id, shipped, definition }: View) => (shipped ? t(`${id}.about`, { defaultValue: definition.description ?? '' }) : (definition.description ?? '')),
    [t],
  );
  const result = useCallback(
    (view: View | undefined, found: Schemas['ReportResult']): Schemas['ReportResult'] =>
      view?.shipped
        ? {
            ...found,
            name: name(view),
            columns: found.columns.map((column) => (column.kind === 'measure' ? { ...column, label: t(`${view.id}.measures.${column.key}`, { defaultValue: column.label }) } : column)),
          }
        : found,
    [t, name],
  );
  /** The definition as a copy of it begins: named as the reader sees it. */
  const definition = useCallback(
    (view: View): Schemas['ReportDefinition'] =>
      view.shipped
        ? {
            ...view.definition,
            name: name(view),
            description: about(view),
            measures: view.definition.measures.map((one) => ({ ...one, label: t(`${view.id}.measures.${one.key}`, { defaultValue: one.label }) })),
          }
        : view.definition,
    [t, name, about],
  );
  return { name, about, result, definition };
}
