import { useEffect, useState } from 'react';

/** The value once it has stood still for a moment: what a search asks for while one types. */
export function useDebounced<T>(value: T, forMs = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}
