import type { Pixels } from './pixel-check.ts';
import type { Region } from './tile-plan.ts';

/** A tile's picture, decoded, read in strips so that memory holds one strip of pixels and not the whole tile. */
export class TilePixels {
  readonly region: Region;
  /** Device pixels per CSS px. */
  readonly scale: number;
  private readonly bitmap: ImageBitmap;

  private constructor(region: Region, bitmap: ImageBitmap) {
    this.region = region;
    this.bitmap = bitmap;
    this.scale = bitmap.width / region.width;
  }

  static async decode(region: Region, picture: Blob): Promise<TilePixels> {
    return new TilePixels(region, await createImageBitmap(picture));
  }

  get width(): number {
    return this.bitmap.width;
  }

  get height(): number {
    return this.bitmap.height;
  }

  /**
   * The pixels of some rows of the page (document coordinates, CSS px), clipped to the tile, without
   * the margins at its sides; null when none is in it.
   */
  rows(top: number, bottom: number, { left, right } = { left: 0, right: 0 }): Pixels | null {
    const from = Math.max(0, Math.round((top - this.region.y) * this.scale));
    const to = Math.min(this.bitmap.height, Math.round((bottom - this.region.y) * this.scale));
    if (to <= from) return null;
    const start = Math.round(left * this.scale);
    const canvas = new OffscreenCanvas(this.bitmap.width - start - Math.round(right * this.scale), to - from);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.drawImage(this.bitmap, -start, -from);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  }

  /** Frees the decoded picture. */
  close(): void {
    this.bitmap.close();
  }
}
