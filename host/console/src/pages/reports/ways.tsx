import { Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMay } from '../../app/me';

/** The pages of the reports. */
export function Ways() {
  const { t } = useTranslation('reports');
  const may = useMay();
  const here = useLocation().pathname.split('/')[2] ?? '';
  const ways = ['', 'board', ...(may('report:write') ? ['build'] : []), 'defects', 'surveys'];
  return <Menu mode="horizontal" aria-label={t('title')} selectedKeys={[here || 'home']} items={ways.map((way) => ({ key: way || 'home', label: <Link to={`/reports/${way}`}>{t(`ways.${way || 'home'}`)}</Link> }))} />;
}
