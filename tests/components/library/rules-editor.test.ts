import { describe, expect, it } from 'vitest';
import { paintSegments } from '../../../components/rules/paint-segments.ts';
import { groupRules, searchRules } from '../../../components/rules/search-rules.ts';
import {
  additionsTo,
  addWord,
  changeRule,
  nextVersion,
  removeRule,
  removeWord,
  startRule,
  switchRule,
} from '../../../rules/edit-office-pack.ts';
import { BUILT_IN_PACKS } from '../../../rules/index.ts';
import { withOfficePack } from '../../../rules/office-overlay.ts';
import { EMPTY_OFFICE_PACK } from '../../../rules/office-pack.ts';
import { createScanner } from '../../../utils/scan/scanner.ts';

const rules = BUILT_IN_PACKS.flatMap((pack) => pack.rules);
const SAME_DAY = 'fake-certification/same-day-issue';

describe('the office pack', () => {
  it('takes words in and out, each once', () => {
    const once = addWord(EMPTY_OFFICE_PACK, 'phrases', SAME_DAY, ' 隔夜出证 ');
    expect(additionsTo(once, 'phrases', SAME_DAY)).toEqual(['隔夜出证']);
    expect(addWord(once, 'phrases', SAME_DAY, '隔夜出证')).toBe(once);
    expect(addWord(once, 'phrases', SAME_DAY, '  ')).toBe(once);
    expect(removeWord(once, 'phrases', SAME_DAY, '隔夜出证')).toEqual(EMPTY_OFFICE_PACK);
  });

  it('is not confused by rule ids that objects know', () => {
    expect(additionsTo(EMPTY_OFFICE_PACK, 'allow', 'constructor')).toEqual([]);
  });

  it('changes what a scan finds', () => {
    const find = (office = EMPTY_OFFICE_PACK) =>
      createScanner(withOfficePack(BUILT_IN_PACKS, office))
        .scanText('质检报告，隔夜飞速到手证，当天出证')
        .map(({ matchedText }) => matchedText);
    expect(find()).toEqual(['当天出证']);
    expect(find(addWord(EMPTY_OFFICE_PACK, 'phrases', SAME_DAY, '隔夜飞速到手证'))).toContain('隔夜飞速到手证');
  });

  it('switches a rule off and on, once each', () => {
    const off = switchRule(switchRule(EMPTY_OFFICE_PACK, SAME_DAY, false), SAME_DAY, false);
    expect(off.off).toEqual([SAME_DAY]);
    expect(switchRule(off, SAME_DAY, true).off).toEqual([]);
  });

  it('takes a rule in, gives it an id of its family, and lets it go with all that was said of it', () => {
    const { office, id } = startRule(EMPTY_OFFICE_PACK);
    expect(id).toBe('false-promise/office-1');
    expect(startRule(office).id).toBe('false-promise/office-2');
    const named = changeRule(switchRule(office, id, false), {
      ...office.rules[0]!,
      name: '隔夜',
      category: 'forgery-trading',
    });
    expect(named.id).toBe('forgery-trading/office-1');
    expect(named.office).toMatchObject({ rules: [{ id: named.id, name: '隔夜' }], off: [named.id] });
    expect(removeRule(named.office, named.id)).toEqual(EMPTY_OFFICE_PACK);
  });

  it('counts its versions', () => {
    expect(nextVersion(EMPTY_OFFICE_PACK).version).toBe('1.0.1');
    expect(nextVersion({ ...EMPTY_OFFICE_PACK, version: '1.0.9' }).version).toBe('1.0.10');
  });
});

describe('the list of rules', () => {
  it('groups every rule under its family', () => {
    expect(groupRules(rules).flatMap((group) => group.rules)).toHaveLength(rules.length);
  });

  it('is searched by name, phrase, article and id', () => {
    expect(searchRules(rules, '')).toBe(rules);
    expect(searchRules(rules, '当天出检测报告')[0]?.id).toBe(SAME_DAY);
    expect(searchRules(rules, '《认证认可条例》第六十一条').map(({ id }) => id)).toContain(SAME_DAY);
    expect(searchRules(rules, SAME_DAY).map(({ id }) => id)).toContain(SAME_DAY);
    expect(searchRules(rules, '没有这样的规则名')).toEqual([]);
  });
});

describe('painting', () => {
  it('cuts the text at its findings and keeps every character', () => {
    const text = '警惕“直出证书”。本店当天出证，包过。';
    const findings = createScanner(BUILT_IN_PACKS).scanText(text);
    const segments = paintSegments(text, findings);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
    expect(segments.filter(({ finding }) => finding).map((segment) => segment.text)).toEqual(
      findings.map(({ matchedText }) => matchedText),
    );
  });

  it('paints the earlier and longer of two that overlap', () => {
    const [finding] = createScanner(BUILT_IN_PACKS).scanText('当天出证');
    const inner = { ...finding!, start: 1, end: 3 };
    expect(paintSegments('当天出证', [inner, finding!])).toEqual([{ text: '当天出证', finding }]);
  });
});
