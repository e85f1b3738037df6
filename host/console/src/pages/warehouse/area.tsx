import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { InspectionPage } from './inspection/page';
import { WarehousePage } from './page';
import { Floor } from './floor';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('warehouse', { 'zh-CN': zh, en });

export const pages: RouteObject[] = [
  {
    element: <Floor />,
    children: [
      { index: true, element: <WarehousePage /> },
      { path: 'inspect/:id', element: <InspectionPage /> },
    ],
  },
];
