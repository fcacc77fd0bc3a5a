import { expect, it } from 'vitest';
import { shownWords } from '../../../components/findings/shown-words.ts';
import { findingKey } from '../../../components/findings/sort-findings.ts';
import { finding } from '../../gallery/fixtures.ts';

const SENTENCE = '全国平台通用，当天出证，不送样检测也能办';
const hit = (matchedText: string, frameId = 0) => {
  const position = SENTENCE.indexOf(matchedText);
  return finding({
    id: `${frameId}-${matchedText}`,
    frameId,
    matchedText,
    position,
    prefix: SENTENCE.slice(0, position),
    suffix: SENTENCE.slice(position + matchedText.length),
  });
};
const read = (rows: ReturnType<typeof hit>[]) => {
  const shown = shownWords(rows);
  return rows.map((row) => {
    const { prefix, suffix } = shown.get(findingKey(row))!;
    return `${prefix}【${row.matchedText}】${suffix}`;
  });
};

it('says a sentence once where several hits of it follow each other', () => {
  expect(read([hit('当天出证'), hit('不送样检测')])).toEqual([
    '全国平台通用，【当天出证】，…',
    '…【不送样检测】也能办',
  ]);
});

it('says it again where something else stands between, in another frame, or out of order', () => {
  const whole = ['全国平台通用，【当天出证】，不送样检测也能办', '全国平台通用，当天出证，【不送样检测】也能办'];
  expect(read([hit('当天出证'), hit('不送样检测', 3)])).toEqual(whole);
  expect(read([hit('不送样检测'), hit('当天出证')])).toEqual([...whole].reverse());
});

it('cuts a long beginning, so that the hit stays in sight', () => {
  const row = { ...hit('当天出证'), prefix: '一'.repeat(30) };
  expect(read([row])[0]).toMatch(/^…一{14}【/);
});
