import { sequenceAt } from '../../utils/page/reading-order.ts';
import type { PageSession } from '../page-scan/page-session.ts';
import type { CardOnDemand } from './card-on-demand.ts';

/**
 * Opens the card where a mark is clicked, and closes it where anything else is. The click stays the page's own: nothing is prevented, and
 * a click that selects text or opens a link in another tab is left alone.
 */
export function onPick(
  view: Window,
  signal: AbortSignal,
  card: CardOnDemand,
  sessionNow: () => PageSession | null,
): void {
  view.addEventListener(
    'click',
    (event) => {
      const target = event.composedPath()[0] ?? null;
      if (!event.isTrusted || event.button !== 0 || card.owns(target)) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (view.getSelection()?.isCollapsed === false) return;
      const session = sessionNow();
      const ids = target instanceof Node ? session?.at(event.clientX, event.clientY, target) : undefined;
      const sequence = session && ids && sequenceAt(ids, session.findings(), session.dismissed);
      if (sequence) void card.open(sequence, false);
      else card.close();
    },
    { capture: true, signal },
  );
}
