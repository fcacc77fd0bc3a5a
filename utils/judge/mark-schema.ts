import * as v from 'valibot';
import { DISPOSITIONS } from '../scan/finding.ts';
import { MARK_VERDICTS, type Mark, type MarkedWords } from './mark.ts';

const words = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** Base 64 of a vector: a page has some thousand cells. */
const packed = v.pipe(v.string(), v.maxLength(200_000), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));

const markedWords = v.object({
  url: words(8_000),
  words: words(500),
  prefix: words(64),
  suffix: words(64),
  rulePacks: v.pipe(
    v.array(
      v.object({
        id: words(200),
        version: words(40),
        sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      }),
    ),
    v.maxLength(20),
  ),
  claims: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6)),
  page: packed,
  runs: packed,
  clusters: v.pipe(
    v.array(v.object({ own: packed, exact: v.boolean(), cue: v.picklist(DISPOSITIONS) })),
    v.maxLength(20),
  ),
}) satisfies v.GenericSchema<unknown, MarkedWords>;

const file = v.object({
  schema: v.literal(1),
  marks: v.array(
    v.object({
      ...markedWords.entries,
      id: words(10_000),
      verdict: v.picklist(MARK_VERDICTS),
      day: v.pipe(v.string(), v.isoDate()),
    }),
  ),
});

/** Words that a content script says a person marked, checked: it runs beside a hostile page. @throws ValiError */
export const checkedMarkedWords = (value: unknown): MarkedWords => v.parse(markedWords, value);

/** The marks of a file. @throws SyntaxError, ValiError */
export const parseMarkFile = (text: string): Mark[] => v.parse(file, JSON.parse(text)).marks;
