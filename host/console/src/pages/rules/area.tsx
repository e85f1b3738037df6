import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { NewBindingPage } from './bindings/create/page';
import { BindingList } from './bindings/list/page';
import { BindingPage } from './bindings/page';
import { DecisionList } from './decisions/list';
import { DecisionPage } from './decisions/page';
import { PluginsPage } from './plugins/page';
import { VersionPage } from './plugins/version';
import { ReplaysPage } from './replays/page';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('rules', { 'zh-CN': zh, en });

export const pages: RouteObject[] = [
  { index: true, element: <BindingList /> },
  { path: 'bindings/new', element: <NewBindingPage /> },
  { path: 'bindings/:id', element: <BindingPage /> },
  { path: 'plugins', element: <PluginsPage /> },
  { path: 'plugins/:id', element: <VersionPage /> },
  { path: 'decisions', element: <DecisionList /> },
  { path: 'decisions/:id', element: <DecisionPage /> },
  { path: 'replays', element: <ReplaysPage /> },
];
