import type { ChosenScroller } from '../../evidence/capture-job.ts';
import { runInFrame } from '../network/frames.ts';

/** Height of a band in CSS px. */
export const BAND_HEIGHT = 200;

/**
 * Which bands of the page (0 is the top {@link BAND_HEIGHT} px) hold text that is drawn; a picture that is blank there is wrong.
 * Bounded in time: bands of a huge page that were not reached are simply not tested.
 * @param scroller the part whose tiles are checked, and where its document begins in the window: its text alone counts then, as far down as
 * it is scrolled
 * @throws DocumentGoneError
 */
export async function bandsWithText(
  tabId: number,
  scroller?: ChosenScroller & { origin: { x: number; y: number } },
): Promise<ReadonlySet<number>> {
  const bands = await runInFrame(
    tabId,
    scroller?.frameId ?? 0,
    (bandHeight: number, way: string | null, below: number) => {
      // A document answers for members that bear the name of a picture or form of the page.
      const own = <Name extends keyof Document>(name: Name): Document[Name] =>
        Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
      const found = new Set<number>();
      const startedAt = performance.now();
      const range = Document.prototype.createRange.call(document);
      let inner: Element | ShadowRoot | null | undefined =
        way === '' ? own('scrollingElement') : own('documentElement');
      for (const step of way?.split('/').slice(1) ?? [])
        inner = step === 's' ? (inner as Element | undefined)?.shadowRoot : inner?.children[Number(step)];
      const scrolled = way === null ? null : inner;
      const root = scrolled ?? own('body') ?? own('documentElement');
      const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node && performance.now() - startedAt < 250; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || (node as Text).data.trim().length < 2 || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.tagName))
          continue;
        range.selectNodeContents(node);
        const box = range.getClientRects()[0];
        if (!box || box.width < 8 || box.height < 8 || box.left < 0 || box.right > innerWidth) continue;
        const top = below + box.top + (scrolled instanceof Element ? scrolled.scrollTop : scrollY);
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
    scroller?.path ?? null,
    scroller?.origin.y ?? 0,
  );
  return new Set(bands);
}
