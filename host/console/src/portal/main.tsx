import '../app/nonce';
import '../app/look.css';
import './setup';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isProblem } from '../api/problem';
import { Look } from '../app/look';
import { Portal } from './portal';

const queries = new QueryClient({ defaultOptions: { queries: { retry: (count, error) => !isProblem(error) && count < 3 } } });
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Look>
        <Portal />
      </Look>
    </QueryClientProvider>
  </StrictMode>,
);
