import type { ShadowRootOf } from '../../utils/page/flat-tree.ts';

type Host = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** Reaches closed shadow roots, as extensions may; the card's own is none of the page's. */
export function anyShadowRoot(isOwn: (element: Element) => boolean): ShadowRootOf {
  const dom = typeof chrome === 'undefined' ? undefined : chrome.dom;
  return (element) => {
    if (isOwn(element)) return null;
    if (element.shadowRoot) return element.shadowRoot;
    if (dom?.openOrClosedShadowRoot && element instanceof HTMLElement)
      return dom.openOrClosedShadowRoot(element) as ShadowRoot | null;
    return (element as Host).openOrClosedShadowRoot ?? null;
  };
}
