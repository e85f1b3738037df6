import { type RouteObject, useRoutes } from 'react-router';
import { Missing } from './missing';

/** The pages of one area. */
export function Within({ pages }: { pages: RouteObject[] }) {
  return useRoutes([...pages, { path: '*', element: <Missing /> }]);
}
