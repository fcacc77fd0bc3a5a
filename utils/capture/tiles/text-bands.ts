import { runInPage } from '../network/frames.ts';

/** Height of a band in CSS px. */
export const BAND_HEIGHT = 200;

/**
 * Which bands of the page (0 is the top {@link BAND_HEIGHT} px) hold text that is drawn; a picture that is blank there is wrong.
 * Bounded in time: bands of a huge page that were not reached are simply not tested.
 * @param scroller way to the inner scroller whose tiles are checked: its text alone counts then, as far down as it is scrolled
 * @throws DocumentGoneError
 */
export async function bandsWithText(tabId: number, scroller?: string): Promise<ReadonlySet<number>> {
  const bands = await runInPage(
    tabId,
    (bandHeight: number, way: string) => {
      // A document answers for members that bear the name of a picture or form of the page.
      const own = <Name extends keyof Document>(name: Name): Document[Name] =>
        Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
      const found = new Set<number>();
      const startedAt = performance.now();
      const range = Document.prototype.createRange.call(document);
      let inner: Element | ShadowRoot | null | undefined = own('documentElement');
      for (const step of way.split('/').slice(1))
        inner = step === 's' ? (inner as Element | undefined)?.shadowRoot : inner?.children[Number(step)];
      const scrolled = way ? inner : null;
      const root = scrolled ?? own('body') ?? own('documentElement');
      const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && performance.now() - startedAt < 250; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || (node as Text).data.trim().length < 2 || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.tagName))
          continue;
        range.selectNodeContents(node);
        const box = range.getClientRects()[0];
        if (!box || box.width < 8 || box.height < 8 || box.left < 0 || box.right > innerWidth) continue;
        const top = box.top + (scrolled instanceof Element ? scrolled.scrollTop : scrollY);
        const band = Math.floor(top / bandHeight);
        if (top < 0 || found.has(band) || band !== Math.floor((top + box.height) / bandHeight)) continue;
        const isDrawn = parent.checkVisibility?.({ checkOpacity: true, checkVisibilityCSS: true }) ?? true;
        const style = getComputedStyle(parent);
        if (!isDrawn || style.position === 'fixed' || /,\s*0\)$|^transparent$/.test(style.color)) continue;
        found.add(band);
      }
      return [...found];
    },
    BAND_HEIGHT,
    scroller ?? '',
  );
  return new Set(bands);
}
