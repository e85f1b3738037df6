import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { paging } from '../../../parts/list';
import { Moment } from '../../../parts/moment';
import { useValue } from '../../../words/use';
import { Cards } from '../cards';
import { Assign } from './assign';

/** Parcels that nobody is known for, newest first, each to be given to its ticket. */
export function Unidentified() {
  const { t } = useTranslation('warehouse');
  const say = useValue();
  const [chosen, setChosen] = useState<Schemas['UnidentifiedItem'] | null>(null);
  const query = api.useInfiniteQuery('get', '/api/v1/unidentified-parcels', { params: { query: { limit: 50 } } }, paging);
  return (
    <>
      <Cards query={query} keyOf={({ scan }) => scan} nameOf={({ number }) => number ?? t('unidentified.unreadable')} empty={t('empty.unidentified')}>
        {(one) => (
          <>
            <Flex vertical gap={4}>
              <b className="wrap" style={{ fontSize: 18 }}>
                {one.number ?? t('unidentified.unreadable')}
              </b>
              <span>{say('ScanOutcome', one.outcome)}</span>
              {one.note ? <span className="wrap">{one.note}</span> : null}
              <span>
                {t('unidentified.since')} <Moment at={one.since} relative />
              </span>
            </Flex>
            <Button type={one.suggestions.length > 0 ? 'primary' : 'default'} onClick={() => setChosen(one)}>
              {one.suggestions.length > 0 ? t('unidentified.suggested', { count: one.suggestions.length }) : t('unidentified.assign')}
            </Button>
          </>
        )}
      </Cards>
      {chosen ? <Assign scan={chosen.scan} number={chosen.number} suggestions={chosen.suggestions} close={() => setChosen(null)} /> : null}
    </>
  );
}
