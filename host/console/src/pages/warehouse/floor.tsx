import { ConfigProvider } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { useScanner } from './scanning/use_scanner';

/** What the pages are worked with in gloves: every control is at least 48 pixels high. */
const TARGETS = { token: { controlHeight: 48, controlHeightLG: 56, controlHeightSM: 48 } };

/** Moment between two tries to send what waits, in milliseconds. */
const AGAIN = 5_000;

const CONCERNED = /^\/api\/v1\/(tickets|unidentified-parcels|scans|pick-lists|replacements)/;

/** Around all pages of the warehouse: scans that wait for the network are sent whichever of them is open. */
export function Floor() {
  const scanner = useScanner();
  const queries = useQueryClient();
  useEffect(() => {
    const again = () => void scanner.flush();
    again();
    window.addEventListener('online', again);
    const timer = setInterval(scanner.retry, AGAIN);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [scanner]);
  useEffect(
    () => scanner.onAnswer(() => void queries.invalidateQueries({ predicate: ({ queryKey }) => CONCERNED.test(String(queryKey[1])) })),
    [scanner, queries],
  );
  return (
    <ConfigProvider theme={TARGETS}>
      <Outlet />
    </ConfigProvider>
  );
}
