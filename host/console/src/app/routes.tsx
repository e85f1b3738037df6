import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { type Area, areas } from './areas';
import { Crashed } from './crashed';
import { Frame } from './frame';
import { Missing } from './missing';

/** Its pages come with the first visit. */
function lazily({ path, pages }: Area): RouteObject {
  return {
    path: `${path}/*`,
    errorElement: <Crashed />,
    lazy: async () => {
      const [{ pages: found }, { Within }] = await Promise.all([pages(), import('./within')]);
      return { Component: () => <Within pages={found} /> };
    },
  };
}

export const router = createBrowserRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <Crashed />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Navigate to="/tickets" replace /> },
      ...areas.map(lazily),
      { path: 'account', lazy: async () => ({ Component: (await import('../pages/account/page')).AccountPage }) },
      { path: '*', element: <Missing /> },
    ],
  },
]);
