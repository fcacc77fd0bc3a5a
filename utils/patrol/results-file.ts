import * as v from 'valibot';
import type { VisitOutcome } from './outcome.ts';
import type { PatrolEntry } from './patrol.ts';
import { REASON_IDS, type Reason, reasonWord, VISIT_STATES } from './reason.ts';

const text = v.pipe(v.string(), v.maxLength(8_192));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** A line of results as scan, patrol and fleet print them. What this version does not know of it is left out. */
const line = v.object({
  url: text,
  flagged: v.boolean(),
  state: v.picklist(VISIT_STATES),
  error: v.optional(text),
  title: v.optional(text),
  finalUrl: v.optional(text),
  claims: v.optional(count),
  strongClaims: v.optional(count),
  certificates: v.optional(count),
  phrases: v.optional(v.array(text)),
  visitedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  unchangedSince: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  evidence: v.optional(text),
  notes: v.optional(v.array(text)),
});

/** The reason of a word, as {@link reasonWord} writes it. */
function reasonOf(word: string): Reason {
  const status = /^http-(.{1,20})$/.exec(word)?.[1];
  if (status && word !== 'http-status') return { id: 'http-status', value: status };
  return { id: REASON_IDS.find((id) => id === word) ?? 'unreadable' };
}

/** One line an address that was visited; probes and what still waits are left out. */
export function resultLines(entries: readonly PatrolEntry[]): string {
  const lines = entries.flatMap(({ outcome, expected }) => {
    if (!outcome || expected !== undefined) return [];
    const { reason, textSha256: _digest, rulePacks: _packs, ...rest } = outcome;
    return [JSON.stringify(reason ? { ...rest, error: reasonWord(reason) } : rest)];
  });
  return lines.map((each) => `${each}\n`).join('');
}

/** Reads lines of results; what is none is counted and left out. */
export function parseResultLines(file: string): { outcomes: VisitOutcome[]; faults: number } {
  const outcomes: VisitOutcome[] = [];
  let faults = 0;
  for (const each of file.split('\n')) {
    if (each.trim() === '') continue;
    const parsed = v.safeParse(line, readJson(each));
    if (!parsed.success) {
      faults += 1;
      continue;
    }
    const { error, visitedAt = '1970-01-01T00:00:00.000Z', ...rest } = parsed.output;
    outcomes.push({ ...rest, visitedAt, ...(error === undefined ? {} : { reason: reasonOf(error) }) } as VisitOutcome);
  }
  return { outcomes, faults };
}

function readJson(each: string): unknown {
  try {
    return JSON.parse(each);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
