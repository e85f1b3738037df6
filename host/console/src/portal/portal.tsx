import { Result, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem';
import { api, token } from './client';
import { Progress } from './progress';
import { SurveyPage } from './survey';

/** What a customer's link opens: their case, or the survey about it. */
export function Portal() {
  const { t } = useTranslation();
  const ticket = api.useQuery('get', '/portal/v1/ticket', {}, { enabled: token != null, refetchInterval: 15_000 });
  const refused = isProblem(ticket.error);
  // A link to a survey opens nothing else.
  const survey = api.useQuery('get', '/portal/v1/survey', {}, { enabled: refused });
  if (!token) return <Result status="info" title={t('no_link')} subTitle={t('no_link_hint')} />;
  if (ticket.data) return <Progress progress={ticket.data} />;
  if (survey.data) return <SurveyPage survey={survey.data} />;
  if (refused && survey.error) return <Result status="warning" title={t('over')} subTitle={isProblem(survey.error) ? survey.error.detail : t('network')} />;
  if (ticket.error && !refused) return <Result status="warning" title={t('network')} />;
  return <Spin fullscreen />;
}
