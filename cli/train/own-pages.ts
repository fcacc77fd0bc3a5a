import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exampleOf } from './examples.ts';
import type { LearntPage } from './fit.ts';

const FOLDER = fileURLToPath(new URL('../../tests/corpus/phrases/dev', import.meta.url));

interface Fragment {
  id: string;
  html: string;
  title?: string;
  claims: string[];
}

/** Elements whose text runs on with what stands around them. */
const IN_LINE = /<\/?(?:b|em|i|span|a|strong|u|font|mark|small|label)\b[^>]*>/g;

/** The lines of a fragment as a reader sees them, as far as that can be told without laying it out. */
export const linesOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(IN_LINE, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&nbsp;/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The tuned fragments of this project, each as a page of its own making. */
export function ownPages(): LearntPage[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const { id, html, title = '', claims } = JSON.parse(line) as Fragment;
          const lines = linesOf(html);
          const blocks = lines.map((text) => ({ text, heading: '', element: 'p' }));
          const labels = claims.map((text) => ({ text, kind: 'generalised' as const }));
          const flag = claims.length > 0;
          const group = `own ${basename(file)} ${id}`;
          const labelled = { id: `own-${id}`, group, sells: flag, claims: labels, flag };
          return { ...exampleOf({ title, heard: `${lines.join('\n')}\n`, blocks }, labelled), own: true };
        }),
    );
}
