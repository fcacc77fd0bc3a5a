import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Hears the keys of the whole page for as long as the component is shown, each with the handler of the latest paint. Set in the
 * layout phase: an effect after the paint would miss, or answer with an older state, the quick key that follows what is shown.
 */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
