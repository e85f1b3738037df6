import { Button, Empty, Flex, Segmented, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { paging } from '../../../../parts/list';
import { ProblemAlert } from '../../../../parts/problem';
import { useFiles } from '../files/use_files';
import type { Ticket } from '../ticket';
import { Bubble } from './bubble';
import { Happened } from './happened';
import { details, fits, internal, isTalk, SHOWN, type Shown, spoken } from './kinds';
import { useEventName } from './words_of';

/** An agent may pass on what the customer said elsewhere. */
function writer(entry: Schemas['Entry']): Schemas['Actor'] {
  return details(entry).author === 'customer' ? { type: 'customer' } : entry.actor;
}

/** Everything that happened to the ticket, with what was said; the newest is at the bottom and in sight. */
export function Conversation({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const [shown, setShown] = useState<Shown>('all');
  const timeline = api.useInfiniteQuery('get', '/api/v1/tickets/{id}/timeline', { params: { path: { id: ticket.id }, query: { limit: 200 } } }, paging);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = timeline;
  // The newest entries are on the last page.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const files = useFiles(ticket.id).data?.items ?? [];
  const entries = timeline.data?.pages.flatMap(({ items }) => items).filter((entry) => fits(entry, shown)) ?? [];
  const name = useEventName();
  const box = useRef<HTMLElement>(null);
  const last = entries.at(-1)?.seq;
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [last, shown]);
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap justify="space-between">
        <Segmented<Shown>
          size="small"
          aria-label={t('talk.shown')}
          value={shown}
          options={SHOWN.map((value) => ({ value, label: t(`talk.${value}`) }))}
          onChange={setShown}
        />
        {timeline.isFetchingNextPage ? <Spin size="small" /> : null}
      </Flex>
      <section ref={box} aria-label={t('tab.talk')} tabIndex={0} style={{ maxHeight: 'max(260px, calc(100vh - 560px))', overflow: 'auto', paddingInlineEnd: 8 }}>
        {timeline.error && !timeline.data ? <ProblemAlert error={timeline.error} retry={() => void timeline.refetch()} /> : null}
        {timeline.isPending ? <Spin /> : null}
        <Flex vertical gap="small">
          {ticket.description && (shown === 'all' || shown === 'talk') ? (
            <Bubble actor={{ type: 'customer' }} at={ticket.created_at} name={t('talk.described')} text={ticket.description} />
          ) : null}
          {entries.map((entry) => (isTalk(entry) ? <Bubble key={entry.seq} actor={writer(entry)} at={entry.at} name={name(entry)} text={spoken(entry)} internal={internal(entry)} /> : <Happened key={entry.seq} entry={entry} files={files} />))}
          {timeline.data && entries.length === 0 && !ticket.description ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('talk.none')}>
              {shown === 'all' ? null : <Button onClick={() => setShown('all')}>{t('talk.show_all')}</Button>}
            </Empty>
          ) : null}
        </Flex>
      </section>
    </Flex>
  );
}
