import { useLayoutEffect, useRef } from 'preact/hooks';

/** Keeps the height of a sticky head free when the page scrolls something into view: put the ref on the head. */
export function useScrollRoom() {
  const head = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      style.scrollPaddingTop = `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`;
    });
    if (head.current) observer.observe(head.current);
    return () => {
      observer.disconnect();
      style.scrollPaddingTop = '';
    };
  }, []);
  return head;
}
