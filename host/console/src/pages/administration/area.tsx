import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, type RouteObject } from 'react-router';
import { Page } from '../../parts/page';
import { addWords } from '../../words/setup';
import { Keys } from './access/keys';
import { Audit } from './log/audit';
import { UsageByPlugin } from './log/usage';
import { Outbox } from './outgoing/outbox';
import { Roles } from './people/roles';
import { Users } from './people/users';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('administration', { 'zh-CN': zh, en });

const parts: Record<string, ReactNode> = {
  users: <Users />,
  roles: <Roles />,
  keys: <Keys />,
  deliveries: <Outbox />,
  dead: <Outbox only="dead" />,
  audit: <Audit />,
  usage: <UsageByPlugin />,
};

function Shown({ name }: { name: string }) {
  const { t } = useTranslation('administration');
  return (
    <Page title={t(`parts.${name}`)}>
      <Menu mode="horizontal" aria-label={t('title')} selectedKeys={[name]} items={Object.keys(parts).map((key) => ({ key, label: <Link to={`/administration/${key}`}>{t(`parts.${key}`)}</Link> }))} />
      {parts[name]}
    </Page>
  );
}

export const pages: RouteObject[] = [{ index: true, element: <Navigate to="/administration/users" replace /> }, ...Object.keys(parts).map((name) => ({ path: name, element: <Shown key={name} name={name} /> }))];
