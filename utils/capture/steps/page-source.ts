import { runInFrames } from '../network/frames.ts';

/** Frames whose source is kept; more are counted and said. */
export const FRAME_LIMIT = 100;

/** One frame's document as it stood in the browser. */
export interface FrameSource {
  frameId: number;
  url: string;
  html: string;
  text: string;
}

/**
 * The HTML of every readable frame as it stands now (scripts have run), and its text as the reader sees it. The top document
 * comes first.
 * @throws DocumentGoneError
 */
export async function readSources(tabId: number): Promise<FrameSource[]> {
  const frames = await runInFrames(tabId, () => {
    // A document answers for members that bear the name of a picture or form of the page.
    const own = <Name extends keyof Document>(name: Name): Document[Name] =>
      Reflect.apply(Object.getOwnPropertyDescriptor(Document.prototype, name)!.get!, document, []);
    const type = own('doctype');
    const declaration = type ? `<!DOCTYPE ${type.name}>\n` : '';
    return {
      url: location.href,
      html: declaration + (own('documentElement')?.outerHTML ?? ''),
      // innerText, not textContent: what the reader sees is wanted, not what the tree holds
      text: own('body')?.innerText ?? '',
    };
  });
  return frames
    .filter(({ result }) => result !== null)
    .sort((a, b) => a.frameId - b.frameId)
    .map(({ frameId, result }) => ({ frameId, ...result }));
}
