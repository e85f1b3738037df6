import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Within } from '../../app/within';
import { addWords } from '../../words/setup';
import { CalendarsPage } from './calendars/page';
import { ConfigurationPage } from './configuration/page';
import { Home } from './home';
import { MacrosPage } from './macros/page';
import { ParametersPage } from './parameters/page';
import { QueuesPage } from './queues/page';
import { SlaPage } from './sla/page';
import { SopsPage } from './sops/page';
import { TemplatePage } from './templates/edit';
import { TemplatesPage } from './templates/page';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('builder', { 'zh-CN': zh, en });

/** The two designers are heavy; they come with the first visit. */
function within(pages: () => Promise<{ pages: RouteObject[] }>) {
  return lazy(async () => {
    const found = await pages();
    return { default: () => <Within pages={found.pages} /> };
  });
}
const Forms = within(() => import('./forms/pages'));
const Workflows = within(() => import('./workflows/pages'));

export const pages: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: 'forms/*', element: <Forms /> },
  { path: 'workflows/*', element: <Workflows /> },
  { path: 'parameters', element: <ParametersPage /> },
  { path: 'queues', element: <QueuesPage /> },
  { path: 'sla', element: <SlaPage /> },
  { path: 'calendars', element: <CalendarsPage /> },
  { path: 'macros', element: <MacrosPage /> },
  { path: 'sops', element: <SopsPage /> },
  { path: 'templates', element: <TemplatesPage /> },
  { path: 'templates/:key', element: <TemplatePage /> },
  { path: 'configuration', element: <ConfigurationPage /> },
];
