import { storage } from '#imports';
import { type Ruleset, rulesetOf, type SavedOfficePack } from '../../rules/ruleset.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from '../../rules/written-packs.ts';

/** The one stored office pack; null while the office has none. */
export const officePackItem = storage.defineItem<SavedOfficePack | null>('local:officePack', { fallback: null });

const BUILT_IN = { packs: WRITTEN_PACKS, stamps: BUILT_IN_STAMPS };

let made: { digest: string | null; ruleset: Ruleset } | undefined;

/** The ruleset in force: made once, and anew when the office's pack is another one. A pack that was refused is not in it. */
export async function rulesetInForce(): Promise<Ruleset> {
  return rulesetWith(await officePackItem.getValue());
}

/** The same with the office's pack as it was read; pages of the web may not read it themselves. */
export function rulesetWith(kept: SavedOfficePack | null): Ruleset {
  const saved = kept?.refused ? null : kept;
  const digest = saved?.stamp.sha256 ?? null;
  if (made?.digest !== digest) made = { digest, ruleset: rulesetOf(BUILT_IN, saved) };
  return made!.ruleset;
}
