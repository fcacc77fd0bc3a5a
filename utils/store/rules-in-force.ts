import { storage } from '#imports';
import { judgingStamp, USUAL_JUDGING } from '../../rules/judging.ts';
import { type Ruleset, rulesetOf, type SavedOfficePack, type SetJudging } from '../../rules/ruleset.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from '../../rules/written-packs.ts';
import { readSettings, settingsItem } from './settings.ts';

/** The one stored office pack; null while the office has none. */
export const officePackItem = storage.defineItem<SavedOfficePack | null>('local:officePack', { fallback: null });

const BUILT_IN = { packs: WRITTEN_PACKS, stamps: BUILT_IN_STAMPS };

let made: { digest: string; ruleset: Ruleset } | undefined;

/** The ruleset in force: made once, and anew when the office's pack or its judging is another one. A pack that was refused is not in it. */
export async function rulesetInForce(): Promise<Ruleset> {
  const [kept, { judging }] = await Promise.all([officePackItem.getValue(), readSettings()]);
  return rulesetWith(kept, { judging, stamp: await judgingStamp(judging) });
}

/** Calls `changed` whenever the office's pack or its judging may be another one. */
export function watchRules(changed: () => void): () => void {
  const ends = [
    officePackItem.watch(changed),
    settingsItem.watch((now, before) => {
      if (JSON.stringify(now?.judging) !== JSON.stringify(before?.judging)) changed();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** The same with the office's pack as it was read; pages of the web may not read it themselves. */
export function rulesetWith(
  kept: SavedOfficePack | null,
  set: SetJudging = { judging: USUAL_JUDGING, stamp: null },
): Ruleset {
  const saved = kept?.refused ? null : kept;
  const digest = `${saved?.stamp.sha256} ${set.stamp?.sha256}`;
  if (made?.digest !== digest) made = { digest, ruleset: rulesetOf(BUILT_IN, saved, set) };
  return made.ruleset;
}
