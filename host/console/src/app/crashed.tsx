import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** What a page shows that failed: the rest of the console goes on. */
export function Crashed() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Result
      status="error"
      title={t('problem.unexpected')}
      subTitle={t('problem.unexpected_hint')}
      extra={<Button onClick={() => window.location.reload()}>{t('actions.refresh')}</Button>}
    >
      <pre className="wrap">{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
    </Result>
  );
}
