import * as dom from '../../utils/page/dom.ts';
import type { ShadowRootOf } from '../../utils/page/flat-tree.ts';

/** Reaches closed shadow roots, as extensions may; the card's own is none of the page's. */
export function anyShadowRoot(isOwn: (element: Element) => boolean): ShadowRootOf {
  const extensions = typeof chrome === 'undefined' ? undefined : chrome.dom;
  return (element) => {
    if (isOwn(element)) return null;
    const open = dom.shadowRoot(element);
    if (open) return open;
    if (extensions?.openOrClosedShadowRoot && element instanceof HTMLElement)
      return extensions.openOrClosedShadowRoot(element) as ShadowRoot | null;
    return dom.openOrClosedShadowRoot(element) ?? null;
  };
}
