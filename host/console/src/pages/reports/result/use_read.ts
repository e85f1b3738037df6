import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { values } from '../../../api/values';
import { useCode } from '../../../parts/codes/codes';
import { useNames } from '../../../parts/people/name';
import { useQueueName, useRoleName } from '../../../parts/people/people';
import { useLanguage, useValue } from '../../../words/use';
import { figure } from './figure';
import type { Read } from './option';

const among = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find((one) => one === value);

/** Reads values of reports aloud: figures by their unit; kinds, states, people and queues by their word. */
export function useRead(currency: string): Read {
  const { t } = useTranslation('reports');
  const [say, code, person, queue, role] = [useValue(), useCode(), useNames(), useQueueName(), useRoleName()];
  const language = useLanguage();
  return useCallback(
    (value, column) => {
      if (column.kind !== 'dimension') return figure(value, column.unit, currency, language);
      if (value == null || value === '') return t('unknown');
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      switch (column.key) {
        case 'kind':
          return say('TicketKind', among(values.TicketKind, value)) || text;
        case 'case':
          return say('CaseStatus', among(values.CaseStatus, value)) || text;
        case 'problem_type':
          return code('problem', text);
        case 'reason':
        case 'channel':
          return code(column.key, text);
        case 'assignee':
          return person(text);
        case 'queue':
          return queue(text);
        case 'tier':
          return role(text);
        default:
          return text;
      }
    },
    [currency, language, say, code, person, queue, role, t],
  );
}
