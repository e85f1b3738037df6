import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { formatMoney } from '../money';
import { useLanguage, useValue } from '../../words/use';
import { gather, placeKey, type Told } from './probes';
import { useVerdict } from './words_of';
import './words';

/** Sentences that are shown at once. */
const FIRST = 6;
/** Values that one sentence names. */
const NAMED = 4;

/** Why a rule said what it said, and what would have changed it, as sentences. */
export function Explained({ of }: { of: Schemas['Explanation'] }) {
  const { t } = useTranslation('decision');
  const [all, setAll] = useState(false);
  const sentence = useSentence();
  const told = gather(of.probes);
  return (
    <Alert
      type="info"
      role="status"
      title={t(told.length > 0 ? 'would_change' : 'nothing')}
      description={
        <Flex vertical gap="small" align="start">
          {of.rows.length > 0 ? <span>{t('rows', { rows: of.rows.map(({ table, row }) => `${table} · ${row}`).join('、') })}</span> : null}
          {told.length > 0 ? (
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {told.slice(0, all ? told.length : FIRST).map((one) => (
                <li key={JSON.stringify([one.pointer, one.change, one.after, one.to[0]])}>{sentence(one)}</li>
              ))}
            </ul>
          ) : null}
          {told.length > FIRST && !all ? (
            <Button size="small" onClick={() => setAll(true)}>
              {t('more', { count: told.length - FIRST })}
            </Button>
          ) : null}
          {of.probed.complete ? null : <span>{t('incomplete')} {of.probed.note}</span>}
        </Flex>
      }
    />
  );
}

/** `If the amount were at most ¥500.00: …`; a place without words is told as the server tells it. */
function useSentence(): (told: Told) => string {
  const { t } = useTranslation('decision');
  const [language, verdict, say] = [useLanguage(), useVerdict(), useValue()];
  const value = (pointer: string, of: unknown): string => {
    if (of == null) return '';
    if (typeof of === 'object' && 'minor' in of && 'currency' in of) return formatMoney(of as Schemas['Money'], language);
    if (typeof of === 'string' && /^\d{4}-\d\d-\d\dT/.test(of)) return new Date(of).toLocaleDateString(language);
    if (pointer === '/case/ticket/kind') return say('TicketKind', of as Schemas['TicketKind']);
    return typeof of === 'string' ? of : JSON.stringify(of);
  };
  return ({ pointer, change, after, to, text }) => {
    const what = t(`place.${placeKey(pointer)}`, { defaultValue: '' });
    if (!what) return text;
    const named = to.slice(0, NAMED).map((one) => value(pointer, one)).join(t('comma'));
    const values = to.length > NAMED ? t('and_more', { named, count: to.length }) : named;
    return t(`change.${change}`, { what, to: values, after: verdict(after) });
  };
}
