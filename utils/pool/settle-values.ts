import { canonicalJson, plainCopy } from '../evidence/canonical-json.ts';
import type { PoolChange } from './change.ts';
import type { Ledger, Tracked } from './ledger.ts';
import type { LibraryValue, PoolLibrary } from './library.ts';
import { mergeValues } from './merge-values.ts';
import { isShareable, type SharedKind, type SharedValues } from './shared-value.ts';
import { commonBase, headsOf, type Version, versionId } from './versions.ts';

type ValueChange = Extract<PoolChange, { kind: 'value' }>;

const nameOf = ({ of, key }: Pick<LibraryValue, 'of' | 'key'>) => `${of} ${key}`;
const textOf = (value: unknown) => canonicalJson(plainCopy(value));

export const asChange = ({ of, key, bases, value }: Version): ValueChange => ({ kind: 'value', of, key, bases, value });

/**
 * What was edited here since the last synchronisation, as versions made from those that stood here then.
 * Kept before anything is read from others, so that their edits meet these and replace nothing.
 */
export async function noteEdits(ledger: Ledger, library: PoolLibrary, now: string): Promise<void> {
  const versions: Version[] = [];
  const tracked: Tracked[] = [];
  for (const { of, key, value, plain } of await library.values()) {
    if (!isShareable(of, key, plainCopy(value))) continue;
    const before = ledger.get('tracked').get(nameOf({ of, key }));
    const standing = before && ledger.get('versions').get(before.version);
    if (standing ? textOf(standing.value) === textOf(value) && !before?.settles?.length : plain) continue;
    const bases = [...new Set([...(before ? [before.version] : []), ...(before?.settles ?? [])])].sort();
    const edit = { of, key, bases, value: plainCopy(value) };
    const id = await versionId(edit);
    versions.push({ id, ...edit, by: library.key.fingerprint, person: library.person, at: now, announced: false });
    tracked.push({ of, key, version: id });
  }
  if (versions.length) await ledger.put({ versions, tracked });
}

/** All heads as one version, or undefined when two of them changed the same to something else. */
async function mergedVersion(
  heads: readonly Version[],
  all: readonly Version[],
  by: Pick<Version, 'by' | 'person' | 'at'>,
): Promise<Version | undefined> {
  const [first, ...rest] = heads;
  if (!first) return undefined;
  const { of, key } = first;
  let value = first.value as SharedValues[SharedKind];
  for (const head of rest) {
    const base = commonBase(first.id, head.id, all)?.value as SharedValues[SharedKind] | undefined;
    const merged = mergeValues(of, value, head.value as SharedValues[SharedKind], base);
    if ('clash' in merged) return undefined;
    value = merged.value;
  }
  const edit = { of, key, bases: heads.map(({ id }) => id), value: plainCopy(value) };
  return { id: await versionId(edit), ...edit, ...by, announced: false };
}

/**
 * Brings the shared values of the library to what the pool has. Edits that were made apart become one where they do not
 * contradict each other; where they do, both stay: the library keeps the one that stands in it, and shows the other.
 * @returns how many values were changed here
 */
export async function settleValues(ledger: Ledger, library: PoolLibrary, now: string): Promise<number> {
  const by = { by: library.key.fingerprint, person: library.person, at: now };
  const here = new Map((await library.values()).map((value) => [nameOf(value), value]));
  let applied = 0;
  for (const [name, all] of ledger.versionsByValue()) {
    let heads = headsOf(all);
    const before = ledger.get('tracked').get(name);
    if (heads.length > 1) {
      const merged = await mergedVersion(heads, all, by);
      if (merged) {
        await ledger.put({ versions: [merged] });
        heads = [merged];
      }
    }
    const [head] = heads;
    if (!head || heads.some(({ id }) => id === before?.version)) continue;
    // What an officer removed here stays removed; the state of an item waits for the item.
    const standing = here.get(name);
    if (!standing && (before || head.of === 'item')) continue;
    // Nobody has been told of what stands here: it is not replaced unseen.
    if (standing && !isShareable(standing.of, standing.key, plainCopy(standing.value))) continue;
    await library.apply(head, { key: head.by, person: head.person });
    await ledger.put({ tracked: [{ of: head.of, key: head.key, version: head.id }] });
    applied += 1;
  }
  return applied;
}
