import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Tuned on, or scored only. */
export type Part = 'dev' | 'held-out';

/** One labelled fragment of a page. */
export interface Fragment {
  id: string;
  class: string;
  html: string;
  title: string;
  /** The page's own characters of every claim, separators and invisible characters aside. */
  claims: readonly string[];
  /** Wordings that must be listed as cited or negated. */
  grey: readonly string[];
}

const FOLDER = fileURLToPath(new URL('../../corpus/phrases', import.meta.url));

/** Every fragment of one part; the class is the file's name. */
export function readFragments(part: Part): Fragment[] {
  return readdirSync(join(FOLDER, part))
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, part, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const {
            title = '',
            grey = [],
            ...written
          } = JSON.parse(line) as Omit<Fragment, 'class' | 'title' | 'grey'> &
            Partial<Pick<Fragment, 'title' | 'grey'>>;
          return { ...written, title, grey, class: basename(file, '.jsonl') };
        }),
    );
}

/** The page of a fragment, as a server would send it. */
export function pageOf({ title, html }: Fragment): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body>${html}</body></html>`;
}
