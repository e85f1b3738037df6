import { Button, Flex, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { paging } from '../../../../parts/list';
import { ProblemAlert } from '../../../../parts/problem';
import { Happened } from './happened';
import { fits, SHOWN, type Shown } from './kinds';

/** Everything that happened to the ticket, with what was said. */
export function Conversation({ ticket }: { ticket: Schemas['TicketView'] }) {
  const { t } = useTranslation('ticket');
  const { t: common } = useTranslation();
  const [shown, setShown] = useState<Shown>('all');
  const timeline = api.useInfiniteQuery('get', '/api/v1/tickets/{id}/timeline', { params: { path: { id: ticket.id }, query: { limit: 200 } } }, paging);
  const entries = timeline.data?.pages.flatMap(({ items }) => items).filter((entry) => fits(entry, shown));
  return (
    <Flex vertical gap="small">
      <Segmented<Shown>
        size="small"
        aria-label={t('talk.shown')}
        value={shown}
        options={SHOWN.map((value) => ({ value, label: t(`talk.${value}`) }))}
        onChange={setShown}
        style={{ alignSelf: 'start' }}
      />
      <section aria-label={t('tab.talk')} tabIndex={0} style={{ maxHeight: 300, overflow: 'auto' }}>
        {ticket.description && shown !== 'money' ? <p style={{ whiteSpace: 'pre-wrap' }}>{t('talk.described', { text: ticket.description })}</p> : null}
        {timeline.error ? <ProblemAlert error={timeline.error} retry={() => void timeline.refetch()} /> : null}
        {timeline.isPending ? <Spin /> : null}
        <Flex vertical gap="small">
          {entries?.map((entry) => (
            <Happened key={entry.seq} entry={entry} />
          ))}
          {entries?.length === 0 ? t('talk.none') : null}
          {timeline.hasNextPage ? <Button onClick={() => void timeline.fetchNextPage()}>{common('actions.more')}</Button> : null}
        </Flex>
      </section>
    </Flex>
  );
}
