import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import './words';

const WorkflowList = lazy(async () => ({ default: (await import('./list/page')).WorkflowList }));
const WorkflowPage = lazy(async () => ({ default: (await import('./canvas/page')).WorkflowPage }));
const MigrationPage = lazy(async () => ({ default: (await import('./migration/page')).MigrationPage }));

/** Workflows: their list, the canvas of one, and what runs under its older editions. */
export const pages: RouteObject[] = [
  { index: true, element: <WorkflowList /> },
  { path: ':key', element: <WorkflowPage /> },
  { path: ':key/migration', element: <MigrationPage /> },
];
