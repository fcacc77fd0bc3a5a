import * as v from 'valibot';
import { expandWords } from './expand-words.ts';
import { RulePackError } from './pack-error.ts';
import { packSchema } from './pack-schema.ts';
import type { RulePack } from './rule.ts';

/** Characters of a pack's file; the built-in packs together have about 70,000. */
export const MAX_PACK_CHARACTERS = 1_000_000;

/** The line at which a text stops being JSON, where the engine says the place; undefined where it does not. */
function faultyLine(text: string, message: string): number | undefined {
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = message.includes('end of') ? text.length : /\bposition (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : text.slice(0, Number(position)).split('\n').length;
}

/** The value of a pack's file, bounded. Throws {@link RulePackError}. */
export function parsePackFile(text: string): unknown {
  if (text.length > MAX_PACK_CHARACTERS) throw new RulePackError('rulePackTooLarge', String(MAX_PACK_CHARACTERS));
  // What a decoder puts where bytes are not UTF-8.
  if (text.includes('\uFFFD')) throw new RulePackError('rulePackEncoding');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = faultyLine(text, error.message);
    throw line === undefined
      ? new RulePackError('rulePackNotJson')
      : new RulePackError('rulePackNotJsonAt', String(line));
  }
}

/** The value in the form of the schema. Throws {@link RulePackError} naming the first place that is not. */
export function inForm<const T extends v.GenericSchema>(schema: T, value: unknown): v.InferOutput<T> {
  const checked = v.safeParse(schema, value, { abortEarly: true });
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  throw new RulePackError(
    'rulePackMalformed',
    v.getDotPath(issue) ?? '',
    issue.expected ?? issue.message,
    issue.received.slice(0, 60),
  );
}

/** The pack of a parsed JSON value, as written. Throws {@link RulePackError}. */
export function checkPack(value: unknown): RulePack {
  const { $schema: _editorHint, ...written } = inForm(packSchema, value);
  const seen = new Set<string>();
  for (const { id, category } of written.rules) {
    if (seen.has(id)) throw new RulePackError('rulePackDuplicate', id);
    if (!id.startsWith(`${category}/`)) throw new RulePackError('rulePackMalformed', id, `${category}/…`, id);
    seen.add(id);
  }
  for (const [index, { id, phrases, families, templates }] of written.rules.entries()) {
    if (!phrases && !families && !templates)
      throw new RulePackError('rulePackMalformed', `rules.${index}`, 'phrases / families', id);
  }
  expandWords(written);
  return written;
}

/** The pack in a file's text, as written: bounded, every field in its form, every list named, every rule once. Throws {@link RulePackError}. */
export function loadPack(text: string): RulePack {
  return checkPack(parsePackFile(text));
}
