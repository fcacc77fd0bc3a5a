import { browser } from '#imports';
import { checkedDrawing } from '../../messages/border.ts';
import { sendMessage } from '../../messages/messaging.ts';
import { MAX_PIXELS, type PagePicture } from '../../recognition/picture-reading.ts';
import { archivePage, canArchive } from '../steps/archive.ts';
import { picturesIn } from './mhtml-pictures.ts';

type Framed = PagePicture & { frameId: number };

/** Browsers with a tab picture of any part of the page (Firefox). */
type Cutter = typeof browser.tabs & {
  captureTab?(
    tabId: number,
    options: { format: 'png'; rect: { x: number; y: number; width: number; height: number }; scale: number },
  ): Promise<string>;
};

/**
 * Brings what pictures of one tab show, without a request: the pixels that the page may read, else the bytes that the page loaded, from the
 * browser's own copy of it, else the pixels on the screen. What no way gives is not read, and that is said.
 */
export class ShownPictures {
  readonly #tabId: number;
  #archived: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(tabId: number) {
    this.#tabId = tabId;
  }

  /** A `data:` address; null where the browser gives neither pixels nor bytes. */
  async of(picture: Framed): Promise<string | null> {
    const { frameId, id } = picture;
    const drawn = await sendMessage('drawPicture', { pictureId: id }, { tabId: this.#tabId, frameId });
    if (drawn !== null) return checkedDrawing(drawn);
    return canArchive() ? this.#fromArchive(picture) : this.#fromScreen(picture);
  }

  async #fromArchive({ url }: Framed): Promise<string | null> {
    this.#archived ??= archivePage(this.#tabId).then(async (archive) => picturesIn(await archive.text()));
    return (await this.#archived).get(url.replace(/#.*$/s, '')) ?? null;
  }

  /** Places of inner frames are not places of the page: only the top document's pictures are cut out. */
  async #fromScreen({ frameId, rect, width }: Framed): Promise<string | null> {
    const tabs: Cutter = browser.tabs;
    if (frameId !== 0 || !tabs.captureTab) return null;
    const scale = Math.min(width / rect.width, Math.sqrt(MAX_PIXELS / (rect.width * rect.height)));
    return tabs.captureTab(this.#tabId, { format: 'png', rect, scale: Math.max(scale, 0.1) });
  }
}
