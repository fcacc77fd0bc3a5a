import { expect, it } from 'vitest';
import { readCertificates } from '../utils/certificate/read.ts';
import { regionOfLines } from '../utils/certificate/regions.ts';
import { speaksOfCertificate } from '../utils/page/certificate-words.ts';
import { readPageSigns } from '../utils/scan/page-signs.ts';
import { scanLongText } from '../utils/scan/scan-long-text.ts';
import { createScanner } from '../utils/scan/scanner.ts';
import { PACK } from './scan/notice-like-pack.ts';
import { cost, growsPast, patterns } from './torture/patterns.ts';

const SLOW = { timeout: 300_000 };

/** Every pattern over its own worst texts; those that cost anything at all are followed up to 100,000 characters. */
it('every pattern over the words of a page costs what its text is long, and no more', SLOW, async () => {
  const all = await patterns();
  expect(all.length).toBeGreaterThan(600);
  const slow = all.flatMap(({ file, pattern }) => {
    const name = [...growsPast(pattern)][0];
    return name === undefined ? [] : [`${file}: /${pattern.source.slice(0, 80)}/ over ${name}`];
  });
  expect(slow).toEqual([]);
});

const LINE = (words: string) => (length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length);

/** What the review froze the reading with, and runs like it. */
const FREEZING: Readonly<Record<string, (length: number) => string>> = {
  'a conclusion and commas': (length) => `检测结论：合格${'、'.repeat(length)}甲`,
  'a number and brackets': (length) => `证书编号：A1${'（'.repeat(length)}甲`,
  'a rule every 410 characters': LINE(`不得${'甲'.repeat(408)}`),
  'semicolons and commas': (length) => `获证企业：${'；，'.repeat(length / 2)}甲公司`,
  'lines after an attestation': (length) => `兹证明${'\n'.repeat(length)}甲`,
  'names without an end': LINE('经甲乙丙丁认证检测'),
  'words of a permission': LINE('资质认定-----------'),
  'offers of nothing': LINE('办理'),
  spaces: (length) => `证书编号 ${' '.repeat(length)}甲 合格`,
};

const scanner = createScanner([PACK]);
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  certificates: (text) => readCertificates([regionOfLines([text])], { today: '2026-11-23' }),
  'certificate words': speaksOfCertificate,
  'kind of page': (text) => scanner.tellPage({ host: 'example.cn', title: text, text }),
  'signs of the page': readPageSigns,
  claims: (text) => scanLongText(scanner, text, { channel: 'text' }),
};

/** By how much more a text may cost that is twice as long, and what is too little to be compared. CPU time, milliseconds. */
const GROWTH = 2.3;
const NOTHING = 20;
/** A reader that grows faster does so in each of them. */
const ATTEMPTS = 8;

for (const [reader, read] of Object.entries(READERS)) {
  it.each(Object.entries(FREEZING))(`${reader}: %s`, SLOW, (_, text) => {
    for (let length = 25_000; length <= 100_000; length *= 2) {
      const once = cost(() => void read(text(length)), 1);
      if (once < NOTHING) continue;
      const [half, whole] = [text(length / 2), text(length)];
      // Again before it is believed: other work may have had the machine meanwhile.
      let growth = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < ATTEMPTS && growth > GROWTH; attempt++)
        growth = Math.min(growth, cost(() => void read(whole), 3) / cost(() => void read(half), 3));
      expect(growth).toBeLessThanOrEqual(GROWTH);
    }
  });
}
