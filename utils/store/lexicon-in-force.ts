import { browser } from '#imports';
import { onMessage } from '../messaging.ts';
import { type RulesInForce, rulesInForce } from '../rules-in-force.ts';
import { compile } from '../scan/compile.ts';
import { packLexicon } from '../scan/packed-lexicon.ts';

let held: { digests: string; packed: Promise<string> } | undefined;

/** The built-in packs were compiled when the extension was built (see wxt.config.ts). */
async function builtIn(): Promise<string> {
  const file = await fetch(browser.runtime.getURL('/lexicon.json'));
  return file.text();
}

/** What the office changes is compiled here, for all pages: in each of them it would take tens of milliseconds of the page's thread. */
async function compiled({ packs }: RulesInForce): Promise<string> {
  return packLexicon(compile(packs()));
}

/** The lexicon of the packs in force, packed. */
export async function lexiconInForce(): Promise<string> {
  const rules = await rulesInForce();
  const digests = rules.stamps.map(({ sha256 }) => sha256).join();
  if (held?.digests !== digests) held = { digests, packed: rules.office ? compiled(rules) : builtIn() };
  try {
    return await held.packed;
  } catch (error) {
    held = undefined;
    throw error;
  }
}

export function registerLexicon(): void {
  onMessage('getLexicon', () => lexiconInForce());
}
