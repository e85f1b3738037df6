import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { Board } from './board/page';
import { Build } from './build/page';
import { Dashboard } from './dashboard/page';
import { Defects } from './defects/page';
import { OneReport } from './one/page';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('reports', { 'zh-CN': zh, en });

export const pages: RouteObject[] = [
  { index: true, element: <Dashboard /> },
  { path: 'one/:id', element: <OneReport /> },
  { path: 'board', element: <Board /> },
  { path: 'build', element: <Build /> },
  { path: 'defects', element: <Defects /> },
];
