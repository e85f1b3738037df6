import { Flex, Grid, Menu } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, type RouteObject } from 'react-router';
import { Page } from '../../parts/page';
import { addWords } from '../../words/setup';
import { Keys } from './access/keys';
import { Recurring } from './automation/recurring';
import { Gateways } from './connections/gateways';
import { Inventory } from './connections/inventory';
import { Secrets } from './connections/secrets';
import { Audit } from './log/audit';
import { UsageByPlugin } from './log/usage';
import { Outbox } from './outgoing/outbox';
import { Webhooks } from './outgoing/webhooks';
import { Departments } from './people/departments';
import { Roles } from './people/roles/roles';
import { Users } from './people/users';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('administration', { 'zh-CN': zh, en });

/** The pages by what they are about. */
const areas: Record<string, Record<string, ReactNode>> = {
  people: { users: <Users />, departments: <Departments />, roles: <Roles /> },
  access: { keys: <Keys />, secrets: <Secrets /> },
  connections: { gateways: <Gateways />, inventory: <Inventory />, webhooks: <Webhooks />, recurring: <Recurring /> },
  outgoing: { deliveries: <Outbox />, dead: <Outbox only="dead" /> },
  log: { audit: <Audit />, usage: <UsageByPlugin /> },
};

function Shown({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation('administration');
  const wide = Grid.useBreakpoint().lg;
  const entries = Object.entries(areas).map(([area, parts]) => ({
    key: area,
    label: t(`areas.${area}`),
    // Beside the page everything is open; above it there is only room for the areas.
    ...(wide ? { type: 'group' as const } : {}),
    children: Object.keys(parts).map((key) => ({ key, label: <Link to={`/administration/${key}`}>{t(`parts.${key}`)}</Link> })),
  }));
  return (
    <Page title={t(`parts.${name}`)}>
      <Flex vertical={!wide} gap="middle" align={wide ? 'start' : 'stretch'}>
        <nav aria-label={t('title')} style={{ flex: '0 0 auto', ...(wide ? { width: 200 } : {}) }}>
          <Menu mode={wide ? 'inline' : 'horizontal'} selectedKeys={[name]} items={entries} />
        </nav>
        <Flex vertical gap="middle" style={{ flex: 1, minWidth: 0 }}>
          {children}
        </Flex>
      </Flex>
    </Page>
  );
}

const parts = Object.assign({}, ...Object.values(areas)) as Record<string, ReactNode>;

export const pages: RouteObject[] = [
  { index: true, element: <Navigate to="/administration/users" replace /> },
  ...Object.entries(parts).map(([name, part]) => ({ path: name, element: <Shown key={name} name={name}>{part}</Shown> })),
];
