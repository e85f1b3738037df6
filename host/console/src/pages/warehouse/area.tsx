import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { WarehousePage } from './page';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('warehouse', { 'zh-CN': zh, en });

export const pages: RouteObject[] = [{ index: true, element: <WarehousePage /> }];
