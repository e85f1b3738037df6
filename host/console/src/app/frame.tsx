import { LogoutOutlined, MoonOutlined, SunOutlined, TranslationOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, App, Button, Dropdown, Flex, Layout, Menu, Result, Spin, Tooltip } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { api, fetcher } from '../api/client';
import { useLive, useOutdated } from '../api/live';
import { isProblem } from '../api/problem';
import { session } from '../api/session';
import { ProblemAlert } from '../parts/problem';
import { speak } from '../words/setup';
import { useLanguage } from '../words/use';
import { areas } from './areas';
import { useDark } from './look';
import { MeContext, useMe } from './me';

// Who is signed in already does not wait for it.
const SignIn = lazy(async () => ({ default: (await import('./sign_in')).SignIn }));

/** Everything behind the sign-in: the menu beside the page. */
export function Frame() {
  const key = useSyncExternalStore(session.subscribe, session.key);
  const queries = useQueryClient();
  // What one person has read the next one does not see.
  useEffect(() => {
    if (!key) queries.clear();
  }, [key, queries]);
  if (key) return <Known />;
  return (
    <Suspense fallback={<Spin fullscreen />}>
      <SignIn />
    </Suspense>
  );
}

function Known() {
  const me = api.useQuery('get', '/api/v1/me', undefined, { staleTime: 60_000 });
  if (me.data) {
    return (
      <MeContext value={me.data}>
        <Shell />
      </MeContext>
    );
  }
  if (me.error && !(isProblem(me.error) && me.error.status === 401)) {
    return <ProblemAlert error={me.error} retry={() => void me.refetch()} />;
  }
  return <Spin fullscreen />;
}

function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { permissions } = useMe();
  const [narrow, setNarrow] = useState(false);
  useLive();
  const outdated = useOutdated();
  const open = areas.filter((area) => area.needs.some((need) => permissions.includes(need)));
  const here = pathname.split('/')[1] ?? '';
  const area = areas.find(({ path }) => path === here);
  const allowed = !area || open.includes(area);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Layout.Sider theme="light" breakpoint="lg" collapsible collapsed={narrow} onCollapse={setNarrow} width={180} collapsedWidth={56}>
        <Link to="/" className="brand" aria-label={t('product')}>
          <img src="/mark.svg" alt="" width={28} height={28} />
          {narrow ? null : <b>{t('product')}</b>}
        </Link>
        <nav aria-label={t('menu')}>
          <Menu
            mode="inline"
            selectedKeys={[here]}
            items={open.map(({ path, icon }) => ({ key: path, icon, label: <Link to={`/${path}`}>{t(`nav.${path}`)}</Link> }))}
          />
        </nav>
      </Layout.Sider>
      <Layout>
        <Header />
        {outdated ? <Alert banner type="warning" title={t('offline')} /> : null}
        <Layout.Content id="content" tabIndex={-1} className="content" role="main">
          <Suspense fallback={<Spin />}>{allowed ? <Outlet /> : <Result status="403" title={t('not_allowed')} />}</Suspense>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/**
 * Ends the session and forgets its key here, whatever the server says: a key that was issued is no session, and stays valid. False when the
 * server was not reached, and a session there goes on until its time is over.
 */
async function leave(): Promise<boolean> {
  const reached = await fetcher.DELETE('/api/v1/session').then(
    () => true,
    () => false,
  );
  session.close();
  return reached;
}

function Header() {
  const { t } = useTranslation();
  const { user, tenant } = useMe();
  const { dark, turn } = useDark();
  const language = useLanguage();
  const navigate = useNavigate();
  const { notification } = App.useApp();
  const out = async () => {
    if (!(await leave())) notification.warning({ title: t('left_unreached'), duration: 0 });
  };
  const away = [
    { key: 'account', icon: <UserOutlined />, label: t('nav.account'), onClick: () => void navigate('/account') },
    { key: 'out', icon: <LogoutOutlined />, label: t('sign_out'), onClick: () => void out() },
  ];
  return (
    <Flex component="header" align="center" gap="small" className="header">
      <b className="grow">{tenant.name}</b>
      <Tooltip title={dark ? t('light') : t('dark')}>
        <Button type="text" aria-label={dark ? t('light') : t('dark')} icon={dark ? <SunOutlined /> : <MoonOutlined />} onClick={turn} />
      </Tooltip>
      <Button type="text" icon={<TranslationOutlined />} onClick={() => speak(language === 'zh-CN' ? 'en' : 'zh-CN')}>
        {t('language')}
      </Button>
      <Dropdown menu={{ items: away }} trigger={['click']}>
        <Button type="text" icon={<UserOutlined />}>
          {user.name}
        </Button>
      </Dropdown>
    </Flex>
  );
}
