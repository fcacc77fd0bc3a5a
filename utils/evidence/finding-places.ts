import type { Finding } from '../scan/finding.ts';
import type { Artefact } from './record.ts';

/**
 * A finding as it stands in a picture, once for each of its lines. Where the places were measured with the picture they hold, also
 * that it had none; else the place is that of the scan, which may have moved since.
 */
export function asPictured(finding: Finding, { places }: Pick<Artefact, 'places'>): Finding[] {
  if (!places) return [finding];
  return places
    .filter(({ findingId }) => findingId === finding.id)
    .map(({ findingId: _id, ...rect }) => ({ ...finding, rect }));
}
