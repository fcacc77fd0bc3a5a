import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreCertificates } from '../certificates.ts';
import { readFragments } from '../phrases/corpus.ts';
import { isReadAtOnce, missesOf } from '../phrases/read-at-once.ts';

/*
 * `npm run known-misses`: writes down anew what of the tuned corpora is read wrongly. The test compares with these lists; a change of them goes
 * into the commit that causes it, with its reason.
 */

/** What is read wrongly now, by corpus. */
export const READ_NOW = {
  phrases: () => readFragments('dev').filter(isReadAtOnce).flatMap(missesOf),
  certificates: () => scoreCertificates('dev').differences,
} as const;

export type Corpus = keyof typeof READ_NOW;
export const CORPORA = Object.keys(READ_NOW) as Corpus[];

const fileOf = (corpus: Corpus) => join(import.meta.dirname, `${corpus}.json`);

/** What is known to be read wrongly. */
export const knownMisses = (corpus: Corpus): string[] => JSON.parse(readFileSync(fileOf(corpus), 'utf8')) as string[];

if (import.meta.main || process.argv[1] === import.meta.filename)
  for (const corpus of CORPORA)
    writeFileSync(fileOf(corpus), `${JSON.stringify([...new Set(READ_NOW[corpus]())].sort(), null, 2)}\n`);
