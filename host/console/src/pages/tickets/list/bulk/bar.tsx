import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../row';
import { type Act, ACTS } from './acts';
import { BulkDialog } from './dialog';

/** What can be done to the chosen tickets. */
export function BulkBar({ rows, all, keep, chooseAll }: { rows: Row[]; /** How many the list shows. */ all: number; keep: (ids: string[]) => void; chooseAll: () => void }) {
  const { t } = useTranslation('tickets');
  const [act, setAct] = useState<Act | null>(null);
  if (rows.length === 0 && act == null) return null;
  return (
    <Flex gap="small" wrap align="center" role="region" aria-label={t('bulk.title')}>
      <b aria-live="polite">{t('bulk.chosen', { count: rows.length })}</b>
      {ACTS.map((one) => (
        <Button key={one} size="small" onClick={() => setAct(one)}>
          {t(`bulk.${one}`)}
        </Button>
      ))}
      {rows.length < all ? (
        <Button size="small" type="text" onClick={chooseAll}>
          {t('bulk.choose_all', { count: all })}
        </Button>
      ) : null}
      <Button size="small" type="text" onClick={() => keep([])}>
        {t('bulk.none')}
      </Button>
      {act ? <BulkDialog act={act} rows={rows} keep={keep} close={() => setAct(null)} /> : null}
    </Flex>
  );
}
