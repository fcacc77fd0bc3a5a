import { describe, expect, it } from 'vitest';
import { findingKey, groupByRule, sortFindings } from '../../../components/findings/sort-findings.ts';
import { FINDINGS, finding } from '../../gallery/fixtures.ts';

const ids = (findings: readonly { id: string }[]) => findings.map(({ id }) => id).join('');

describe('sortFindings', () => {
  it('lists claims by level, frame and place, and what is cited or negated apart', () => {
    const { claims, cited } = sortFindings([...FINDINGS].reverse());
    expect(ids(claims)).toBe('abc');
    expect(ids(cited)).toBe('de');
  });

  it('counts claims only, without false positives', () => {
    expect(sortFindings(FINDINGS).counts).toEqual({ strong: 2, weak: 1, cited: 2 });
    const struck = FINDINGS.map((each) => ({ ...each, dismissed: each.id === 'a' }));
    expect(sortFindings(struck).counts).toEqual({ strong: 1, weak: 1, cited: 2 });
  });

  it('puts false positives last', () => {
    const struck = FINDINGS.map((each) => ({ ...each, dismissed: each.id === 'a' }));
    expect(ids(sortFindings(struck).claims)).toBe('bca');
  });

  it('orders by frame before place', () => {
    const other = finding({ id: 'z', matchedText: '当天出证', frameId: 3, position: 0 });
    expect(ids(sortFindings([other, ...FINDINGS]).claims)).toBe('abzc');
  });
});

describe('groupByRule', () => {
  it('keeps the order in which the rules first appear', () => {
    const groups = groupByRule(sortFindings(FINDINGS).claims);
    expect(groups.map(({ ruleName, findings }) => `${ruleName} ${findings.length}`)).toEqual([
      '当天或即时出证 1',
      '不送样检测 1',
      '保证性承诺 1',
    ]);
  });
});

it('findingKey tells equal ids of two frames apart', () => {
  const one = finding({ id: 'a', matchedText: '当天出证' });
  expect(findingKey(one)).not.toBe(findingKey({ ...one, frameId: 1 }));
});
