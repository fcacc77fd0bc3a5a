import { browser } from '#imports';
import { JUDGING_ID } from '../../rules/judging.ts';
import { digestsOf, type Ruleset } from '../../rules/ruleset.ts';
import { BUILT_IN_STAMPS } from '../../rules/written-packs.ts';
import { onMessage } from '../messages/messaging.ts';
import type { StampedLexicon } from '../reports/stamped-lexicon.ts';
import { compile } from '../scan/compile.ts';
import { packLexicon } from '../scan/packed-lexicon.ts';
import { rulesetInForce } from '../store/rules-in-force.ts';

let held: { digests: string; packed: Promise<string> } | undefined;

/** The built-in packs were compiled when the extension was built (see wxt.config.ts). */
async function builtIn(): Promise<string> {
  const file = await fetch(browser.runtime.getURL('/lexicon.json'));
  return file.text();
}

/** What the office changes is compiled here, for all pages: in each of them it would take tens of milliseconds of the page's thread. */
async function compiled({ packs }: Ruleset): Promise<string> {
  return packLexicon(compile(packs));
}

/** The lexicon of the packs in force, packed, with their stamps. */
export async function lexiconInForce(): Promise<StampedLexicon> {
  const rules = await rulesetInForce();
  // What the office sets of the judge is no part of what is compiled.
  const digests = digestsOf(rules.stamps.filter(({ id }) => id !== JUDGING_ID));
  if (held?.digests !== digests)
    held = { digests, packed: digests === digestsOf(BUILT_IN_STAMPS) ? builtIn() : compiled(rules) };
  const { packed } = held;
  try {
    return { packed: await packed, stamps: rules.stamps, judging: rules.judging };
  } catch (error) {
    if (held?.packed === packed) held = undefined;
    throw error;
  }
}

export function registerLexicon(): void {
  onMessage('getLexicon', () => lexiconInForce());
}
