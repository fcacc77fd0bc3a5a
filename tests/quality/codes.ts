import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareZXingModule } from 'zxing-wasm/reader';
import { installDebianPackages } from '../../cli/browser.ts';
import { readCodes } from '../../utils/recognition/codes.ts';
import { CODE_DAMAGES, type RenderedCode, renderCodes } from './render-codes.ts';

/** Whether our reader and the other decoder read one picture. */
interface CodeScore {
  damage: string;
  ours: boolean;
  /** Undefined where the other decoder is not there. */
  other?: boolean;
}

export interface CodeQuality {
  rows: string[][];
  clean: number;
  /** Share of the damaged that we read among those that the other decoder reads; null without it. */
  ofTheirs: number | null;
}

/** Debian's zbarimg, or nothing when it cannot be had. */
function hasOther(): boolean {
  if (spawnSync('zbarimg', ['--version'], { stdio: 'ignore' }).status === 0) return true;
  return installDebianPackages(['zbar-tools']);
}

function readByOther({ path, text }: RenderedCode): boolean {
  const run = spawnSync('zbarimg', ['--quiet', '--raw', '--nodbus', path], { encoding: 'utf8' });
  return run.stdout.split('\n').includes(text);
}

const share = (scores: readonly CodeScore[], reads: (score: CodeScore) => boolean | undefined) =>
  `${scores.filter(reads).length} / ${scores.length}`;

/** Renders the codes with their damages and reads them with the product's reader and with Debian's zbarimg. */
export async function codeQuality(): Promise<CodeQuality> {
  const folder = mkdtempSync(join(tmpdir(), 'zhengjian-codes-'));
  try {
    const codes = await renderCodes(folder);
    const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
    const other = hasOther();
    const scores: CodeScore[] = [];
    for (const code of codes) {
      const found = await readCodes(new Blob([readFileSync(code.path)]));
      const ours = found.some(({ text }) => text === code.text);
      scores.push({ damage: code.damage, ours, ...(other ? { other: readByOther(code) } : {}) });
    }
    return summary(scores, other);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summary(scores: readonly CodeScore[], other: boolean): CodeQuality {
  const row = (name: string, some: readonly CodeScore[]) => {
    const theirs = some.filter((score) => score.other);
    return [
      name,
      share(some, ({ ours }) => ours),
      other ? share(some, (score) => score.other) : '–',
      other ? share(theirs, ({ ours }) => ours) : '–',
    ];
  };
  const of = (damage: string) => scores.filter((score) => score.damage === damage);
  const damaged = scores.filter(({ damage }) => damage !== 'clean');
  const theirs = damaged.filter((score) => score.other);
  const clean = of('clean');
  return {
    rows: [...CODE_DAMAGES.map(({ slug }) => row(slug, of(slug))), row('all damaged', damaged)],
    clean: clean.filter(({ ours }) => ours).length / clean.length,
    ofTheirs: other ? theirs.filter(({ ours }) => ours).length / theirs.length : null,
  };
}

/** The table as Markdown. */
export function codeTable({ rows }: CodeQuality): string {
  const head = ['codes', '证鉴', "Debian's zbarimg", 'ours of those it reads'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

if (import.meta.main) process.stdout.write(`${codeTable(await codeQuality())}\n`);
