import { importResults, ResultsTooLargeError } from '../../../utils/casework/import-results.ts';
import { digestBlob } from '../../../utils/evidence/digest.ts';
import type { Patrol } from '../../../utils/patrol/patrol.ts';

/** A line of results has a few hundred characters: 100,000 addresses stay far below this, in bytes. */
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * Takes in a file of results as scan, patrol and fleet print them. The same file gives the same patrol, however often it is chosen.
 * @throws NoResultsError, ResultsTooLargeError
 */
export async function importResultsFile(file: File): Promise<{ patrol: Patrol; faults: number }> {
  if (file.size > MOST_BYTES) throw new ResultsTooLargeError();
  const { sha256 } = await digestBlob(file);
  return importResults(await file.text(), {
    id: `results-${sha256.slice(0, 16)}`,
    name: file.name.replace(/\.[^.]*$/, ''),
    now: new Date().toISOString(),
  });
}
