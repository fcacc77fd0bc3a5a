import type { BagFile } from './bag-file.ts';
import type { Manifests, Surveyed } from './check-files.ts';
import { FILE_STATES, type FileState, type FileVerdict } from './file-verdict.ts';
import * as layout from './layout.ts';

/** Every file that stands in the bag or in a manifest, once; what does not hold comes first, each group by path. */
export function fileVerdicts(bag: BagFile, manifests: Manifests, surveyed: Surveyed): FileVerdict[] {
  const paths = new Set([...manifests.sha256.keys(), ...manifests.tags.keys(), ...bag.files.keys()]);
  const verdicts = [...paths].map((path): FileVerdict => {
    const size = surveyed.get(path)?.size;
    return { path, state: stateOf(path, bag, manifests, surveyed), ...(size === undefined ? {} : { size }) };
  });
  const rank = ({ state }: FileVerdict) => FILE_STATES.indexOf(state);
  return verdicts.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
}

function stateOf(path: string, bag: BagFile, { sha256, sm3, tags }: Manifests, surveyed: Surveyed): FileState {
  const listed = sha256.get(path) ?? tags.get(path);
  if (!bag.files.has(path)) return 'missing';
  if (listed === undefined) return layout.OUTSIDE_TAG_MANIFEST.includes(path) ? 'unlisted' : 'extra';
  const found = surveyed.get(path);
  const national = sm3.get(path);
  const agrees = found?.sha256 === listed && (national === undefined || found.sm3 === national);
  return agrees ? 'ok' : 'differs';
}
