import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The ways to the other pages of the rules. */
export function Ways() {
  const { t } = useTranslation('rules');
  return (
    <Flex component="nav" gap="middle" aria-label={t('title')}>
      <Link to="/rules">{t('bindings.title')}</Link>
      <Link to="/rules/plugins">{t('plugins.title')}</Link>
      <Link to="/rules/decisions">{t('decisions')}</Link>
      <Link to="/rules/replays">{t('replays.title')}</Link>
    </Flex>
  );
}
