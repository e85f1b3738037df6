import { useEffect, useState } from 'react';

/** A value once it has stopped changing, so that the server is not asked at every key. */
export function useSettled<T>(value: T, after = 500): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}
