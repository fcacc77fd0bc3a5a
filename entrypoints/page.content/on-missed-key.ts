/**
 * Alt+L marks the words that are selected as missed. The key stays the page's own while nothing is selected; else only listeners that
 * the page set before this one hear it.
 */
export function onMissedKey(view: Window, signal: AbortSignal, mark: () => void): void {
  view.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.code !== 'KeyL' || !event.altKey) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || view.getSelection()?.isCollapsed !== false) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      mark();
    },
    { capture: true, signal },
  );
}
