import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { ApprovalsPage } from './page';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('approvals', { 'zh-CN': zh, en });

export const pages: RouteObject[] = [{ index: true, element: <ApprovalsPage /> }];
