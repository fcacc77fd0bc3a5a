import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fitted } from '../../cli/train/fit.ts';
import { readExamples } from '../../cli/train/kept-examples.ts';
import { markedPages } from '../../cli/train/marked-pages.ts';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import learnt from '../../rules/weights/judge.json' with { type: 'json' };
import { type Mark, type MarkVerdict, markFile, markId } from '../../utils/judge/mark.ts';
import { parseMarkFile } from '../../utils/judge/mark-schema.ts';
import { type JudgeWeights, packWeights } from '../../utils/judge/weights.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

/** What is kept of the real pages: it is learnt from alike with and without the marks. */
const KEPT = readExamples(fileURLToPath(new URL('../corpus/real/features.jsonl.gz', import.meta.url)));
const TITLE = '体系认证咨询';
const MISSED = '流程说明：提交申请材料，经现场审核并整改的，按规定一般需要 20 天下证。';
const WRONG = '专业代办各类资质证书，三天出证，包拿证，办不成全额退款，欢迎来电。';

function learnFrom(marks: readonly Mark[]): JudgeWeights {
  const { page, promise, runs, claim } = fitted([...KEPT, ...markedPages(marks)]);
  return {
    id: 'judge',
    version: 'test',
    thresholds: learnt.thresholds,
    page: packWeights(page),
    promise: packWeights(promise),
    runs: packWeights(runs),
    claim: packWeights(claim),
  };
}

const scannerBy = (weights: JudgeWeights) => createScanner(BUILT_IN_PACKS, { weights });

/** What an officer's click keeps, as the page makes it. */
function markOf(verdict: MarkVerdict, text: string, words: string): Mark {
  const scanner = createScanner(BUILT_IN_PACKS);
  const start = text.indexOf(words);
  const marked = {
    url: 'https://shop.example/a',
    words,
    prefix: text.slice(0, start).slice(-32),
    suffix: text.slice(start + words.length).slice(0, 32),
    rulePacks: [],
    claims: 0,
    ...scanner.pageFeatures({ title: TITLE, text }),
    clusters: scanner.clustersAt(text, { start, end: start + words.length }, {}),
  };
  return { ...marked, id: markId(verdict, marked), verdict, day: '2026-11-30' };
}

function dispositionOf(weights: JudgeWeights, text: string, words: string) {
  const scanner = scannerBy(weights);
  const page = scanner.tellPage({ host: '', title: TITLE, text });
  return scanner.scanText(text, { page, keepUnsupported: true }).find(({ matchedText }) => matchedText.includes(words))
    ?.disposition;
}

describe('what an office marked', () => {
  const marks = [markOf('missed', MISSED, '20 天下证'), markOf('false-positive', WRONG, '三天出证')];
  const exported = markFile(marks);
  let before: JudgeWeights;
  let after: JudgeWeights;

  beforeAll(() => {
    before = learnFrom([]);
    after = learnFrom(parseMarkFile(exported));
  }, 120_000);

  it('is exported without the page’s text beyond the words around, and the same for the same marks in any order', () => {
    expect(markFile([...marks].reverse())).toBe(exported);
    expect(parseMarkFile(exported)).toEqual(parseMarkFile(markFile(marks)));
    const bare = JSON.parse(exported).marks.map(({ page, runs, clusters, ...rest }: Mark) => rest);
    expect(JSON.stringify(bare).length).toBeLessThan(1_500);
    expect(() => parseMarkFile('{"schema":1,"marks":[{"id":"x"}]}')).toThrow();
  });

  it('changes what is made of the words that were marked', () => {
    expect(dispositionOf(before, MISSED, '下证')).not.toBe('claim');
    expect(dispositionOf(after, MISSED, '下证')).toBe('claim');
    expect(dispositionOf(before, WRONG, '出证')).toBe('claim');
    expect(dispositionOf(after, WRONG, '出证')).not.toBe('claim');
  });

  it('gives the same weights byte for byte when it is learnt from again', () => {
    expect(JSON.stringify(learnFrom(parseMarkFile(exported)))).toBe(JSON.stringify(after));
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
  }, 120_000);
});
