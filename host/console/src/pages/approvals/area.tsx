import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import ticketEn from '../tickets/ticket/words/en.json';
import ticketZh from '../tickets/ticket/words/zh-CN.json';
import ticketsEn from '../tickets/words/en.json';
import ticketsZh from '../tickets/words/zh-CN.json';
import { ApprovalsPage } from './page';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('approvals', { 'zh-CN': zh, en });
// What is shown of a ticket here speaks with the words of the tickets' own pages.
addWords('ticket', { 'zh-CN': ticketZh, en: ticketEn });
addWords('tickets', { 'zh-CN': ticketsZh, en: ticketsEn });

export const pages: RouteObject[] = [{ index: true, element: <ApprovalsPage /> }];
