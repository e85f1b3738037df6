import { Button, Drawer, Empty, Flex, Spin, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { ProblemAlert } from '../../../parts/problem';

interface Edition<T> {
  edition: number;
  definition: T;
  published_at: string;
  published_by: Schemas['Actor'];
}

/** Published editions: to look at, and to begin again from. */
export function Editions<T>({ query, current, show, onRestore, onClose }: {
  query: { data?: { items: Edition<T>[] } | undefined; error: unknown; refetch: () => unknown };
  current: number | null | undefined;
  show: (definition: T) => ReactNode;
  onRestore: (definition: T) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('drawing');
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Drawer open size="large" title={t('editions.title')} onClose={onClose}>
      {query.error ? <ProblemAlert error={query.error} retry={() => void query.refetch()} /> : null}
      {!query.data && !query.error ? <Spin /> : null}
      {query.data?.items.length === 0 ? <Empty description={t('editions.empty')} /> : null}
      <Flex vertical gap="large">
        {query.data?.items.map(({ edition, definition, published_at }) => (
          <section key={edition}>
            <Flex align="center" gap="small" wrap>
              <h2 className="h">{t('edition', { edition })}</h2>
              {edition === current ? <Tag variant="outlined">{t('editions.current')}</Tag> : null}
              <Moment at={published_at} />
              <Button size="small" aria-expanded={open === edition} onClick={() => setOpen(open === edition ? null : edition)}>
                {open === edition ? t('editions.hide') : t('editions.view')}
              </Button>
              <Button size="small" onClick={() => onRestore(definition)}>
                {t('editions.restore')}
              </Button>
            </Flex>
            {open === edition ? show(definition) : null}
          </section>
        ))}
      </Flex>
    </Drawer>
  );
}
