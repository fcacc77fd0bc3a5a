import { browser } from '#imports';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { type OfficePack, withOfficePack } from '../../rules/office-overlay.ts';
import { checkOfficePack, importOfficePack } from '../../rules/office-pack.ts';
import { RulePackError } from '../../rules/pack-error.ts';
import { packStamp } from '../../rules/pack-stamp.ts';
import { digestsOf } from '../../rules/ruleset.ts';
import { BUILT_IN_STAMPS } from '../../rules/written-packs.ts';
import { selfTested } from '../scan/self-test.ts';
import { officePackItem } from '../store/rules-in-force.ts';

/** What an office's pack was tried with: another product or other built-in rules may find something else in its examples. */
const testBench = (): string => `${browser.runtime.getManifest().version} ${digestsOf(BUILT_IN_STAMPS)}`;

/**
 * Tries every example that the office's pack may have changed: its own, and those of the built-in packs that it adds to. The
 * others held when the product was built. @throws RulePackError naming the first rule and example that does not hold
 */
function requireExamples(office: OfficePack): void {
  for (const pack of withOfficePack(BUILT_IN_PACKS, office)) {
    if (BUILT_IN_PACKS.includes(pack)) continue;
    selfTested({ ...pack, rules: pack.rules.filter(({ disabled }) => !disabled) });
  }
}

/** The office's pack from a file, in form and with all its examples. @throws RulePackError */
export function loadOfficePack(text: string): OfficePack {
  const office = importOfficePack(text, BUILT_IN_PACKS);
  requireExamples(office);
  return office;
}

/** Keeps the office's pack, in force from now on. One that is not in form, or of which an example fails, is not kept. @throws RulePackError */
export async function saveOfficePack(office: OfficePack): Promise<OfficePack> {
  const pack = checkOfficePack(office, BUILT_IN_PACKS);
  requireExamples(pack);
  await officePackItem.setValue({ pack, stamp: await packStamp(pack), testedWith: testBench() });
  return pack;
}

/**
 * Tries the kept pack again after the product or its rules changed. One of which an example fails now stays where it is and is
 * out of force, with the rule and the example that did not hold, until the office has mended it.
 */
export async function retestOfficePack(): Promise<void> {
  const saved = await officePackItem.getValue();
  if (!saved || saved.testedWith === testBench()) return;
  const { pack, stamp } = saved;
  const tested = { pack, stamp, testedWith: testBench() };
  try {
    requireExamples(checkOfficePack(pack, BUILT_IN_PACKS));
    await officePackItem.setValue(tested);
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    await officePackItem.setValue({ ...tested, refused: { messageKey: error.messageKey, values: error.values } });
  }
}
