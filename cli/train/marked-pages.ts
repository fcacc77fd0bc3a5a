import { readFileSync } from 'node:fs';
import { MARK_VERDICTS, type Mark } from '../../utils/judge/mark.ts';
import { parseMarkFile } from '../../utils/judge/mark-schema.ts';
import { unpackVector } from '../../utils/judge/packed-vector.ts';
import type { ClaimExample } from './examples.ts';
import type { LearntPage } from './fit.ts';

const hostOf = (url: string) => /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';

const claimsOf = ({ verdict, clusters }: Mark): ClaimExample[] =>
  clusters.map(({ own, exact, cue }) => ({
    own: unpackVector(own),
    label: verdict === 'missed' ? 'firm' : 'none',
    answers: [],
    exact,
    cue,
  }));

/**
 * The pages that an office marked words on: one for each state of a page, with its words as labelled claims. Marks without
 * clusters teach nothing; whether a page sells is not said by a mark, and not learnt from it.
 */
export function markedPages(marks: readonly Mark[]): LearntPage[] {
  const pages = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = `${mark.url}\n${mark.page}`;
    pages.set(key, [...(pages.get(key) ?? []), mark]);
  }
  return [...pages.values()].map((own, index) => {
    const [first] = own as [Mark];
    const flag = own.some(({ verdict, claims }) => verdict === 'missed' || claims > 0);
    return {
      id: `mark-${index + 1}`,
      group: `marks ${hostOf(first.url)}`,
      sells: flag,
      flag,
      firm: own.filter(({ verdict }) => verdict === 'missed').length,
      page: unpackVector(first.page),
      runs: unpackVector(first.runs),
      claims: own.flatMap(claimsOf),
      marked: true,
    };
  });
}

/** The marks of files, those of one id once. @throws when a file is none of marks */
export function readMarks(paths: readonly string[]): Mark[] {
  const marks = new Map(
    paths.flatMap((path) => parseMarkFile(readFileSync(path, 'utf8'))).map((mark) => [mark.id, mark]),
  );
  return [...marks.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** What the card says of marks. */
export function marksInWords(marks: readonly Mark[]): string {
  const [missed, wrong] = MARK_VERDICTS.map((verdict) => marks.filter((mark) => mark.verdict === verdict).length);
  const untaught = marks.filter(({ clusters }) => !clusters.some(({ exact, cue }) => !exact && cue === 'claim')).length;
  return `Marks of an office, learnt from and not scored: ${missed} missed, ${wrong} false positives; ${untaught} of them teach no claim (no signal in the words, a listed wording, or a cue that decides alone).`;
}
