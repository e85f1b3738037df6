import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { values } from '../../../api/values';
import { useLanguage, useValue } from '../../../words/use';
import { figure } from './figure';
import type { Read } from './option';

const among = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find((one) => one === value);

/** Reads values of reports aloud: figures by their unit, kinds and states by their word. */
export function useRead(currency: string): Read {
  const { t } = useTranslation('reports');
  const say = useValue();
  const language = useLanguage();
  return useCallback(
    (value, column) => {
      if (column.kind === 'dimension' && (value == null || value === '')) return t('unknown');
      if (column.key === 'kind') return say('TicketKind', among(values.TicketKind, value)) || String(value);
      if (column.key === 'case') return say('CaseStatus', among(values.CaseStatus, value)) || String(value);
      return figure(value, column.unit, currency, language);
    },
    [currency, language, say, t],
  );
}
