import { dataAddress } from '../base/data-address.ts';
import { MAX_BYTES, MAX_PIXELS } from '../recognition/picture-reading.ts';
import * as dom from './dom.ts';

/** The pixels of a canvas as a `data:` address; null when the page's own rules forbid reading them. */
async function pixelsOf(canvas: HTMLCanvasElement): Promise<string | null> {
  let blob: Blob | null;
  try {
    blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch {
    // Drawn from another origin without its leave.
    return null;
  }
  if (!blob || blob.size > MAX_BYTES) return null;
  return dataAddress(blob);
}

const isSmall = (address: string) => address.length <= MAX_BYTES * 1.4;

/** The address of a single CSS background that carries its own data. */
function ownBackground(element: Element): string | null {
  const view = dom.defaultView(dom.documentOf(element));
  const address = view && /^url\("(data:(?:[^"\\]|\\.)+)"\)$/.exec(view.getComputedStyle(element).backgroundImage)?.[1];
  return address && isSmall(address) ? address : null;
}

/**
 * What a picture on the page shows, as a `data:` address, from the pixels that the browser holds: nothing is asked for again. Null where
 * they cannot be had in the page (another origin's picture, a CSS background).
 */
export async function drawPicture(element: Element): Promise<string | null> {
  if (element instanceof HTMLCanvasElement) return pixelsOf(element);
  if (!(element instanceof HTMLImageElement)) return ownBackground(element);
  const source = element.currentSrc || element.src;
  if (source.startsWith('data:')) return isSmall(source) ? source : null;
  const { naturalWidth: width, naturalHeight: height } = element;
  if (width * height === 0 || width * height > MAX_PIXELS) return null;
  const canvas = dom.createCanvas(dom.documentOf(element));
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(element, 0, 0, width, height);
  return pixelsOf(canvas);
}
