import { useSyncExternalStore } from 'react';
import { useMe } from '../../../app/me';
import { type Scanner, type Scans, scannerOf } from './scanner';

/** The scanner of this shop. */
export function useScanner(): Scanner {
  return scannerOf(useMe().tenant.id);
}

/** What waits, what was answered and what was refused. */
export function useScans(): Scans {
  const scanner = useScanner();
  return useSyncExternalStore(scanner.subscribe, scanner.present);
}
