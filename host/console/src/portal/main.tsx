import '../app/nonce';
import '../app/look.css';
import './setup';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Look } from '../app/look';
import { Portal } from './portal';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <Look>
      <Portal />
    </Look>
  </StrictMode>,
);
