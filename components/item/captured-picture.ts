import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { PicturePart } from '../library/picture-parts.ts';
import type { ShownPicture } from '../ui/shown-picture.ts';

type Pictured = Pick<Certificate, 'rect' | 'pictureSize'>;

/** The parts of a captured page that show a certificate's picture. */
export const partsShowing = ({ rect, pictureSize }: Pictured, parts: readonly PicturePart[]): PicturePart[] =>
  rect && pictureSize
    ? parts.filter(
        ({ region }) =>
          rect.x < region.x + region.width &&
          rect.x + rect.width > region.x &&
          rect.y < region.y + region.height &&
          rect.y + rect.height > region.y,
      )
    : [];

/**
 * A certificate's picture as it was captured: the parts of the page that show it, laid out in px of the picture that was read.
 * Undefined when none of them does.
 * @param urls addresses of the parts that are loaded, by name
 */
export function capturedPicture(
  certificate: Pictured,
  parts: readonly PicturePart[],
  urls: ReadonlyMap<string, string>,
): ShownPicture | undefined {
  const { rect, pictureSize } = certificate;
  if (!rect || !pictureSize || rect.width <= 0 || rect.height <= 0) return undefined;
  const across = pictureSize.width / rect.width;
  const down = pictureSize.height / rect.height;
  const images = partsShowing(certificate, parts).flatMap(({ artefact, region }) => {
    const src = urls.get(artefact.name);
    if (!src) return [];
    return [
      {
        src,
        x: (region.x - rect.x) * across,
        y: (region.y - rect.y) * down,
        width: region.width * across,
        height: region.height * down,
      },
    ];
  });
  return images.length > 0 ? { ...pictureSize, images } : undefined;
}
