import type { Finding } from '../scan/finding.ts';
import type { Artefact } from './record.ts';

/**
 * A finding as it stands in a picture. Where the places were measured with the picture they hold, also that it had none; else
 * the place is that of the scan, which may have moved since.
 */
export function asPictured(finding: Finding, { places }: Pick<Artefact, 'places'>): Finding {
  if (!places) return finding;
  const { rect: _scanned, ...placeless } = finding;
  const place = places.find(({ findingId }) => findingId === finding.id);
  if (!place) return placeless;
  const { findingId: _id, ...rect } = place;
  return { ...placeless, rect };
}
