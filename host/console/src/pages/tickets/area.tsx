import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { addWords } from '../../words/setup';
import { TicketList } from './list/page';
import en from './words/en.json';
import zh from './words/zh-CN.json';

addWords('tickets', { 'zh-CN': zh, en });

/** Comes with the first ticket that is opened. */
const Ticket = lazy(async () => ({ default: (await import('./ticket/page')).TicketPage }));

/** Comes with the first ticket that somebody makes. */
const NewTicket = lazy(async () => ({ default: (await import('./create/page')).NewTicket }));

export const pages: RouteObject[] = [
  { index: true, element: <TicketList /> },
  { path: 'new', element: <NewTicket /> },
  { path: ':id', element: <Ticket /> },
];
