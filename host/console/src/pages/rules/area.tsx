import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { BindingPage } from './bindings/page';
import { BindingList } from './bindings/list';
import { DecisionList } from './decisions/list';
import { DecisionPage } from './decisions/page';
import { PluginList } from './plugins/list';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('rules', { 'zh-CN': zh, en });

export const pages: RouteObject[] = [
  { index: true, element: <BindingList /> },
  { path: 'bindings/:id', element: <BindingPage /> },
  { path: 'plugins', element: <PluginList /> },
  { path: 'decisions', element: <DecisionList /> },
  { path: 'decisions/:id', element: <DecisionPage /> },
];
