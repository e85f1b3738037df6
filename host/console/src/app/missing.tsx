import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What an address shows that nothing is at. */
export function Missing() {
  const { t } = useTranslation();
  return <Result status="404" title={t('not_found')} extra={<Link to="/">{t('nav.tickets')}</Link>} />;
}
