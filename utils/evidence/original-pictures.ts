import type { Artefact } from './record.ts';

const byPlace = (one: Artefact, other: Artefact) =>
  (one.region?.y ?? 0) - (other.region?.y ?? 0) || (one.region?.x ?? 0) - (other.region?.x ?? 0);

/**
 * The pictures that show the page, the pages of a PDF, or the picture from elsewhere, from top to bottom, then each of its parts that scroll by themselves. The tiles of a part show the window
 * around it as well: what was put together of them stands in their place.
 */
export function originalPictures(artefacts: readonly Artefact[]): Artefact[] {
  const shown = artefacts.filter(({ role }) => ['tile', 'stitched', 'pdf-page', 'external-picture'].includes(role));
  const parts = [...new Set(shown.map(({ part = 0 }) => part))].sort((one, other) => one - other);
  return parts.flatMap((wanted) => {
    const ofPart = shown.filter(({ part = 0 }) => part === wanted);
    const stitched = ofPart.filter(({ role }) => role === 'stitched');
    return (stitched.length > 0 ? stitched : ofPart).sort(byPlace);
  });
}
