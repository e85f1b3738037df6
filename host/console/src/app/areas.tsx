import {
  AuditOutlined,
  BarChartOutlined,
  BuildOutlined,
  InboxOutlined,
  PayCircleOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  SolutionOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import type { Schemas } from '../api/client';

/** A part of the console. Its pages come when somebody goes there. */
export interface Area {
  /** First part of its address, and its name among the words of the navigation. */
  path: 'tickets' | 'approvals' | 'finance' | 'warehouse' | 'reports' | 'builder' | 'rules' | 'administration';
  icon: ReactNode;
  /** Any of these opens it. */
  needs: Schemas['Permission'][];
  /** Its pages, below its address. */
  pages: () => Promise<{ pages: RouteObject[] }>;
}

/** All parts, in the order of the menu. */
export const areas: Area[] = [
  { path: 'tickets', icon: <SolutionOutlined />, needs: ['ticket:read'], pages: () => import('../pages/tickets/area') },
  { path: 'approvals', icon: <AuditOutlined />, needs: ['ticket:approve'], pages: () => import('../pages/approvals/area') },
  { path: 'finance', icon: <PayCircleOutlined />, needs: ['finance:read'], pages: () => import('../pages/finance/area') },
  { path: 'warehouse', icon: <InboxOutlined />, needs: ['warehouse:write'], pages: () => import('../pages/warehouse/area') },
  { path: 'reports', icon: <BarChartOutlined />, needs: ['report:read'], pages: () => import('../pages/reports/area') },
  { path: 'builder', icon: <BuildOutlined />, needs: ['workflow:write', 'parameter:write'], pages: () => import('../pages/builder/area') },
  { path: 'rules', icon: <SafetyCertificateOutlined />, needs: ['rule:read'], pages: () => import('../pages/rules/area') },
  { path: 'administration', icon: <SettingOutlined />, needs: ['admin:read'], pages: () => import('../pages/administration/area') },
];
