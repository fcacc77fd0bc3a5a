import type { CoveredPicture } from '../documents/exposure-sheet.ts';
import type { PictureBox } from '../recognition/picture-reading.ts';

/** A new picture in which the places are black: what stood there is not under a layer but gone. The sealed file is only read. */
export async function coverPicture(picture: Blob, places: readonly PictureBox[]): Promise<CoveredPicture> {
  const bitmap = await createImageBitmap(picture);
  try {
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    context.fillStyle = '#000';
    for (const box of places) {
      const left = Math.floor(box.x);
      const top = Math.floor(box.y);
      context.fillRect(left, top, Math.ceil(box.x + box.width) - left, Math.ceil(box.y + box.height) - top);
    }
    const covered = await canvas.convertToBlob({ type: 'image/png' });
    return { bytes: new Uint8Array(await covered.arrayBuffer()), width, height };
  } finally {
    bitmap.close();
  }
}
