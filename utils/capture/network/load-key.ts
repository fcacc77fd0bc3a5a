import { inTime, runInPage, SIGN_OF_LIFE_MS } from './frames.ts';
import { shownPdf } from './pdf-in-tab.ts';

/**
 * What identifies one load of a document: another load of the same address has another, also one that began in the same millisecond. Only
 * compared, never shown. The script's own world knows it; the page does not see that world.
 * @throws DocumentGoneError, PageHungError
 */
export async function loadKeyOf(tabId: number): Promise<string> {
  const pdf = await shownPdf(tabId);
  if (pdf) return pdf.documentKey;
  const key = runInPage(tabId, () => {
    // A symbol: names on the window are the page's to take, by the id of an element.
    const place = Symbol.for('zhengjian.load');
    const world = globalThis as typeof globalThis & { [place]?: WeakMap<Document, string> };
    world[place] ??= new WeakMap();
    let key = world[place].get(document);
    if (!key) {
      key = `${performance.timeOrigin} ${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
      world[place].set(document, key);
    }
    return key;
  });
  return inTime(key, SIGN_OF_LIFE_MS);
}
