import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import './words';

const FormList = lazy(async () => ({ default: (await import('./list/page')).FormList }));
const FormPage = lazy(async () => ({ default: (await import('./designer/page')).FormPage }));

/** Forms: their list, and the designer of one. */
export const pages: RouteObject[] = [
  { index: true, element: <FormList /> },
  { path: ':key', element: <FormPage /> },
];
