import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useSending } from '../files/use_sending';
import { PortalPage } from '../page';
import type { Proof } from './draft';
import { Prove } from './prove';
import { Sent } from './sent';
import { Wish } from './wish';

/** How a customer begins: say which order, say what is wrong, and get the link to follow it by (L1, Z10). */
export function Start({ shop }: { shop: string }) {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ proof: Proof; order: Schemas['CustomerOrder'] } | null>(null);
  const [started, setStarted] = useState<Schemas['StartedReturn'] | null>(null);
  const sending = useSending();
  const done = (made: Schemas['StartedReturn'], files: File[]) => {
    setStarted(made);
    void sending.take(files, made.link.token ?? null);
  };
  return (
    <PortalPage title={t('title')}>
      {started ? (
        <Sent started={started} sending={sending} />
      ) : found ? (
        <Wish shop={shop} proof={found.proof} order={found.order} back={() => setFound(null)} done={done} />
      ) : (
        <Prove shop={shop} found={(proof, order) => setFound({ proof, order })} />
      )}
    </PortalPage>
  );
}
