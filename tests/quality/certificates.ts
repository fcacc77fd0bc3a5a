import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { readCertificates } from '../../utils/certificate/read.ts';
import { certificateRegions } from '../../utils/page/certificate-regions.ts';

const CORPUS = join(import.meta.dirname, '../corpus/certificates');
/** The day the corpus is written for. */
const TODAY = '2026-11-23';

/** A certificate as the corpus expects it, in reading order on its page. */
export interface ExpectedCertificate {
  kind: Certificate['kind'];
  fields: Partial<Record<string, string>>;
  missing: string[];
  problems: string[];
}

/** Counts of one half of the corpus. */
export interface CertificateScore {
  pages: number;
  innocentPages: number;
  certificates: number;
  /** Expected fields read exactly, and all expected fields; values beyond the expected ones count as wrong. */
  fields: { right: number; of: number };
  kinds: { right: number; of: number };
  missing: Decisions;
  problems: Decisions;
  /** Certificates read on innocent pages, or beyond those a page shows. */
  invented: number;
  /** `stem: what differs`, for the one who works on the reader. */
  differences: string[];
}

interface Decisions {
  hit: number;
  extra: number;
  lost: number;
}

/** F1 of decisions; 1 when there was nothing to decide and nothing was. */
export function f1({ hit, extra, lost }: Decisions): number {
  return hit + extra + lost === 0 ? 1 : (2 * hit) / (2 * hit + extra + lost);
}

/** Reads the certificates of a page the way the content script does, with happy-dom for the DOM. */
export function certificatesOf(html: string): Certificate[] {
  const window = new Window();
  window.document.write(html);
  const defaults = window.document.createElement('style');
  defaults.textContent = 'pre { white-space: pre }';
  window.document.head.append(defaults);
  const certificates = readCertificates(certificateRegions(window.document as unknown as Document), { today: TODAY });
  window.close();
  return certificates;
}

/** Scores one half of the corpus: `dev` to work on, `held-out` to believe. */
export const scoreCertificates = (half: 'dev' | 'held-out'): CertificateScore => scoreFolder(join(CORPUS, half));

/** Scores a folder of pages with their expectations, such as a batch by another hand at its first reading. */
export function scoreFolder(folder: string): CertificateScore {
  const score: CertificateScore = {
    pages: 0,
    innocentPages: 0,
    certificates: 0,
    fields: { right: 0, of: 0 },
    kinds: { right: 0, of: 0 },
    missing: { hit: 0, extra: 0, lost: 0 },
    problems: { hit: 0, extra: 0, lost: 0 },
    invented: 0,
    differences: [],
  };
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  for (const file of pages.sort()) {
    const stem = file.slice(0, -'.html'.length);
    const expected = JSON.parse(readFileSync(join(folder, `${stem}.json`), 'utf8')) as ExpectedCertificate[];
    const actual = certificatesOf(readFileSync(join(folder, file), 'utf8'));
    scorePage(score, stem, expected, actual);
  }
  return score;
}

function scorePage(
  score: CertificateScore,
  stem: string,
  expected: ExpectedCertificate[],
  actual: Certificate[],
): void {
  score.pages++;
  if (expected.length === 0) score.innocentPages++;
  score.certificates += expected.length;
  const differ = (what: string) => score.differences.push(`${stem}: ${what}`);
  const left = [...actual];
  for (const wanted of expected) {
    const best = left.reduce<Certificate | undefined>(
      (chosen, one) => (chosen && agreement(chosen, wanted) >= agreement(one, wanted) ? chosen : one),
      undefined,
    );
    const found = best && agreement(best, wanted) > 0 ? best : undefined;
    if (found) left.splice(left.indexOf(found), 1);
    else differ('certificate not read');
    scoreFields(score, wanted, found, differ);
    decide(score.missing, wanted.missing, found?.missing ?? [], (what) => differ(`missing ${what}`));
    decide(score.problems, wanted.problems, found?.problems.map(({ code }) => code) ?? [], (what) =>
      differ(`problem ${what}`),
    );
  }
  score.invented += left.length;
  for (const one of left) differ(`invented ${one.kind} ${JSON.stringify(valuesOf(one))}`);
}

const valuesOf = (certificate: Certificate) =>
  Object.fromEntries(Object.entries(certificate.fields).map(([field, value]) => [field, value.value]));

const agreement = (certificate: Certificate, wanted: ExpectedCertificate) =>
  Object.entries(wanted.fields).filter(([field, value]) => valuesOf(certificate)[field] === value).length;

function scoreFields(
  score: CertificateScore,
  wanted: ExpectedCertificate,
  found: Certificate | undefined,
  differ: (what: string) => void,
): void {
  const read = found ? valuesOf(found) : {};
  for (const field of new Set([...Object.keys(wanted.fields), ...Object.keys(read)])) {
    score.fields.of++;
    if (wanted.fields[field] === read[field]) score.fields.right++;
    else differ(`${field} “${read[field] ?? ''}” for “${wanted.fields[field] ?? ''}”`);
  }
  score.kinds.of++;
  if (found?.kind === wanted.kind) score.kinds.right++;
  else differ(`kind ${found?.kind} for ${wanted.kind}`);
}

function decide(
  decisions: Decisions,
  wanted: readonly string[],
  read: readonly string[],
  differ: (what: string) => void,
): void {
  for (const one of new Set([...wanted, ...read])) {
    if (wanted.includes(one) && read.includes(one)) decisions.hit++;
    else if (wanted.includes(one)) decisions.lost++;
    else decisions.extra++;
    if (wanted.includes(one) !== read.includes(one)) differ(`${one} ${wanted.includes(one) ? 'lost' : 'extra'}`);
  }
}

const percent = (part: number) => `${(100 * part).toFixed(1)} %`;

/** One row per half of the corpus, ready to print or to put into the README. */
export interface QualityTable {
  title: string;
  columns: string[];
  rows: string[][];
}

/** @param folders rows by name and folder; the corpus unless told otherwise */
export async function certificateQuality(
  folders: readonly (readonly [name: string, folder: string])[] = (['dev', 'held-out'] as const).map((half) => [
    half,
    join(CORPUS, half),
  ]),
): Promise<QualityTable> {
  return {
    title: 'Text certificates',
    columns: [
      'corpus',
      'certificates',
      'innocent pages',
      'fields exact',
      'missing-field F1',
      'problems F1',
      'kinds',
      'invented',
    ],
    rows: folders.map(([name, folder]) => {
      const score = scoreFolder(folder);
      return [
        name,
        String(score.certificates),
        String(score.innocentPages),
        percent(score.fields.right / score.fields.of),
        percent(f1(score.missing)),
        percent(f1(score.problems)),
        percent(score.kinds.right / score.kinds.of),
        String(score.invented),
      ];
    }),
  };
}

function markdown({ title, columns, rows }: QualityTable): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [`### ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.main || process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { differences: { type: 'boolean' }, json: { type: 'boolean' }, folder: { type: 'string' } },
  });
  if (values.differences) console.log(scoreFolder(values.folder ?? join(CORPUS, 'dev')).differences.join('\n'));
  else {
    const table = await certificateQuality(values.folder ? [[values.folder, values.folder]] : undefined);
    console.log(values.json ? JSON.stringify(table) : markdown(table));
  }
}
