import * as v from 'valibot';
import { checkPack, inForm, parsePackFile } from './load-pack.ts';
import type { OfficePack } from './office-overlay.ts';
import { RulePackError } from './pack-error.ts';
import { many, phraseText, word } from './pack-schema.ts';
import type { RulePack } from './rule.ts';

export const EMPTY_OFFICE_PACK: OfficePack = {
  id: 'office',
  version: '1.0.0',
  name: '本单位规则',
  rules: [],
  phrases: {},
  allow: {},
  off: [],
};

const ruleId = v.pipe(v.string(), v.maxLength(80));
const additions = v.object({
  phrases: v.optional(v.record(ruleId, many(phraseText, 500)), {}),
  allow: v.optional(v.record(ruleId, many(word, 500)), {}),
  off: v.optional(many(ruleId, 2000), []),
});

/** The file's text of the office's pack, readable by a person. */
export function exportOfficePack(office: OfficePack): string {
  return `${JSON.stringify(office, null, 2)}\n`;
}

/**
 * The office's pack from a file's text, checked like any pack and against those it overlays: none of their rules defined again,
 * nothing added to a rule that does not exist. Throws {@link RulePackError}; examples are tested by who has the scanner.
 */
export function importOfficePack(text: string, packs: readonly RulePack[]): OfficePack {
  const value = parsePackFile(text);
  const added = inForm(additions, value);
  const { phrases: _phrases, allow: _allow, off: _off, ...own } = value as Record<string, unknown>;
  const office: OfficePack = { ...checkPack(own), id: 'office', ...added };

  const known = new Set(packs.flatMap((pack) => pack.rules.map((rule) => rule.id)));
  const again = office.rules.find((rule) => known.has(rule.id));
  if (again) throw new RulePackError('rulePackDuplicate', again.id);
  for (const { id } of office.rules) known.add(id);
  const lost = [...Object.keys(office.phrases), ...Object.keys(office.allow)].find((id) => !known.has(id));
  if (lost !== undefined) throw new RulePackError('rulePackUnknownRule', lost);
  return office;
}
