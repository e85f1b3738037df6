import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { Board } from './board/page';
import { Build } from './build/page';
import { Dashboard } from './dashboard/page';
import { Defects } from './defects/page';
import { OneReport } from './one/page';
import { Surveys } from './surveys/page';
import shippedEn from './words/shipped.en.json';
import shippedZh from './words/shipped.zh-CN.json';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('reports', { 'zh-CN': zh, en });
addWords('shipped_reports', { 'zh-CN': shippedZh, en: shippedEn });

export const pages: RouteObject[] = [
  { index: true, element: <Dashboard /> },
  { path: 'one/:id', element: <OneReport /> },
  { path: 'board', element: <Board /> },
  { path: 'build', element: <Build /> },
  { path: 'defects', element: <Defects /> },
  { path: 'surveys', element: <Surveys /> },
];
