import { canonicalBytes, plainCopy } from '../evidence/canonical-json.ts';
import { createSha256 } from '../evidence/digest.ts';
import type { SharedKind } from './shared-value.ts';

/** How a shared value stood after one edit. */
export interface Version {
  /** {@link versionId} */
  id: string;
  of: SharedKind;
  key: string;
  /** The versions that were in force where it was edited; none for a new value. */
  bases: readonly string[];
  value: unknown;
  /** Whose edit it is. */
  by: string;
  person: string;
  at: string;
  /** A segment has it. */
  announced: boolean;
}

/** Digest of what was edited and from what: the same merge, made on two machines, is one version. */
export async function versionId(version: Pick<Version, 'of' | 'key' | 'bases' | 'value'>): Promise<string> {
  const { of, key, bases, value } = version;
  return (await createSha256())(canonicalBytes(plainCopy({ of, key, bases: [...bases].sort(), value })));
}

/** The versions that no other one was made from: one, unless two officers edited apart. Sorted by their ids. */
export function headsOf(versions: readonly Version[]): Version[] {
  const superseded = new Set(versions.flatMap(({ bases }) => bases));
  return versions.filter(({ id }) => !superseded.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Every version that one came from, itself included. */
function originsOf(id: string, byId: ReadonlyMap<string, Version>): Set<string> {
  const origins = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (origins.has(next)) continue;
    origins.add(next);
    open.push(...(byId.get(next)?.bases ?? []));
  }
  return origins;
}

/** The newest version that two came from; undefined when they were made apart from the start. */
export function commonBase(one: string, other: string, versions: readonly Version[]): Version | undefined {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const [mine, theirs] = [originsOf(one, byId), originsOf(other, byId)];
  const common = [...mine].filter((id) => theirs.has(id)).flatMap((id) => byId.get(id) ?? []);
  return headsOf(common)[0];
}
