import { Button, Result, Skeleton, Spin } from 'antd';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem';
import { Case } from './case/case';
import { api } from './client';
import { link, shop } from './link';
import { PortalPage } from './page';
import { SurveyPage } from './survey';

// Most customers come by a link; forms are for those who begin.
const Start = lazy(() => import('./start/start').then(({ Start }) => ({ default: Start })));

/** What a customer sees: their case by its link, the survey about it, or the way to begin one. */
export function Portal() {
  const token = useSyncExternalStore(link.subscribe, link.token);
  const of = shop();
  return (
    <Read key={token ?? ''}>
      {token ? (
        <ByLink />
      ) : of ? (
        <Suspense fallback={<Spin fullscreen />}>
          <Start shop={of} />
        </Suspense>
      ) : (
        <NoLink />
      )}
    </Read>
  );
}

/** What was read by one link is not shown by the next. */
function Read({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: (count, error) => !isProblem(error) && count < 3 } } }));
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}

function NoLink() {
  const { t } = useTranslation();
  return (
    <PortalPage title={t('title')}>
      <Result status="info" title={t('no_link')} subTitle={t('no_link_hint')} />
    </PortalPage>
  );
}

function ByLink() {
  const { t } = useTranslation();
  const ticket = api.useQuery('get', '/portal/v1/ticket', {}, { refetchInterval: 15_000 });
  const refused = isProblem(ticket.error);
  // A link to a survey opens nothing else.
  const survey = api.useQuery('get', '/portal/v1/survey', {}, { enabled: refused });
  if (ticket.data) return <Case progress={ticket.data} />;
  if (survey.data) return <SurveyPage survey={survey.data} />;
  if (refused && isProblem(survey.error)) {
    return (
      <PortalPage title={t('title')}>
        <Result status="warning" title={t('over')} subTitle={survey.error.detail} />
      </PortalPage>
    );
  }
  if ((ticket.error && !refused) || survey.error) {
    const again = () => void ticket.refetch();
    return (
      <PortalPage title={t('title')}>
        <Result status="warning" title={t('network')} extra={<Button onClick={again}>{t('again')}</Button>} />
      </PortalPage>
    );
  }
  return (
    <PortalPage title={t('title')}>
      <Skeleton active />
    </PortalPage>
  );
}
