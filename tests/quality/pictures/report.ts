import { type Score, sumOf } from './score.ts';

/** One picture's score with its cost. */
export interface Measured {
  kind: string;
  part: 'dev' | 'held-out';
  /** Numbers in print under 14 px are counted apart. */
  stress: boolean;
  megapixels: number;
  /** CPU time of the browser's processes; null where it cannot be read. */
  cpuMs: number | null;
  wallMs: number;
  score: Score;
}

export const HEAD = [
  'pictures',
  'count',
  'characters',
  'fields exact',
  'numbers right / missing / flagged / silently wrong',
  'claims found / of which the scan finds in the words themselves / shown',
  'codes',
  'CPU ms',
  'CPU ms a megapixel',
];

const percent = (right: number, all: number) => (all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** One row of the table. */
export function rowOf(name: string, measured: readonly Measured[]): string[] {
  const score = sumOf(measured.map((each) => each.score));
  const { right, missing, flagged, silentlyWrong } = score.numbers;
  const cpu = measured.flatMap(({ cpuMs }) => (cpuMs === null ? [] : [cpuMs]));
  const megapixels = measured.reduce((sum, each) => sum + each.megapixels, 0);
  return [
    name,
    String(measured.length),
    percent(score.right, score.printed),
    percent(score.fieldsRight, score.fieldsPrinted),
    right + missing + flagged + silentlyWrong === 0 ? '–' : `${right} / ${missing} / ${flagged} / ${silentlyWrong}`,
    score.claimsPrinted === 0 ? '–' : `${score.claimsRight} / ${score.claimsFindable} / ${score.claimsPrinted}`,
    score.codesPrinted === 0 ? '–' : `${score.codesRight} / ${score.codesPrinted}`,
    cpu.length === 0 ? '–' : String(Math.round(mean(cpu))),
    cpu.length === 0 ? '–' : String(Math.round(mean(cpu) * (cpu.length / megapixels))),
  ];
}

/** The rows of one reader: every kind, then papers, numbers by size of print, banners. */
export function tableOf(reader: string, measured: readonly Measured[], kinds: boolean): string[][] {
  const of = (part: string, wanted: (each: Measured) => boolean) => {
    const some = measured.filter(wanted);
    return some.length > 0 ? [rowOf(`${reader}: ${part}`, some)] : [];
  };
  const names = [...new Set(measured.map(({ kind }) => kind))];
  const paper = ({ kind }: Measured) => kind !== 'numbers' && kind !== 'banner';
  return [
    ...(kinds ? names.flatMap((name) => of(name, ({ kind }) => kind === name)) : []),
    ...of('papers, all', paper),
    ...of('papers, tuned on', (each) => paper(each) && each.part === 'dev'),
    ...of('papers, held out', (each) => paper(each) && each.part === 'held-out'),
    ...of('print of 14 px and more, all', ({ stress, kind }) => !stress && kind !== 'banner'),
    ...of(
      'print of 14 px and more, held out',
      ({ stress, kind, part }) => !stress && kind !== 'banner' && part === 'held-out',
    ),
    ...of('print under 14 px, all', ({ stress, kind }) => stress && kind !== 'banner'),
    ...of('banners, held out', ({ kind, part }) => kind === 'banner' && part === 'held-out'),
    ...of('banners, all', ({ kind }) => kind === 'banner'),
  ];
}

/** Rows as Markdown. */
export const markdown = (rows: readonly (readonly string[])[]): string =>
  [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
