import { describe, expect, it } from 'vitest';
import { CUES } from '../../rules/context/cues.ts';
import type { Rule } from '../../rules/rule.ts';
import { judge } from '../../utils/scan/context.ts';

const rule: Rule = {
  id: 'fake-certification/sample',
  category: 'fake-certification',
  level: 'strong',
  name: '样例',
  phrases: [{ text: '当天出证' }],
  message: '',
  exceptions: '',
  advice: '',
  legalBasis: [],
  source: '',
  examples: { hit: [], miss: [] },
};

/** Judges the words between 〈 and 〉. */
function judged(marked: string, { heading = '' } = {}) {
  const start = marked.indexOf('〈');
  const end = marked.indexOf('〉') - 1;
  return judge({ text: marked.replace(/[〈〉]/g, ''), start, end, heading, rule });
}

describe('each cue', () => {
  it.each(CUES.flatMap((cue) => cue.decides.map((text) => [cue.name, text, cue.disposition] as const)))(
    '%s decides: %s',
    (name, text, disposition) => {
      const judgement = judged(text);
      expect(judgement).toMatchObject({ disposition, cue: name });
      expect(judgement.reason).toBeTruthy();
    },
  );

  it.each(CUES.flatMap((cue) => cue.spares.map((text) => [cue.name, text] as const)))(
    '%s spares: %s',
    (_name, text) => {
      expect(judged(text)).toEqual({ disposition: 'claim' });
    },
  );
});

describe('judge', () => {
  it('tells a seller’s rhetorical question from a question about the wording', () => {
    expect(judged('还在为认证发愁？〈三天拿证〉！').disposition).toBe('claim');
    expect(judged('想要〈快速出证〉吗？联系我们').disposition).toBe('claim');
    expect(judged('能〈当天出证〉吗？可以，资料齐全即可').disposition).toBe('claim');
    expect(judged('〈当天出证〉靠谱吗？其实不然').disposition).toBe('cited');
    expect(judged('〈当天出证〉的机构靠谱吗_问吧').disposition).toBe('cited');
    expect(judged('什么是〈权威认证〉').disposition).toBe('cited');
  });

  it('counts denials', () => {
    expect(judged('并非不能〈快速出证〉').disposition).toBe('claim');
    expect(judged('我们不仅〈快速出证〉，还送货上门').disposition).toBe('claim');
    expect(judged('没有样品也可以〈当天出证〉').disposition).toBe('claim');
  });

  it('is not fooled by a forbidding word elsewhere', () => {
    expect(judged('本店严禁盗图。〈当天出证〉').disposition).toBe('claim');
    expect(judged('谨防假冒，认准我们，〈当天出证〉').disposition).toBe('claim');
  });

  it('reads cues in traditional and full-width characters', () => {
    expect(judged('平臺內不得出現「〈當天出證〉」').disposition).toBe('cited');
    expect(judged('我們從不承諾〈當天出證〉').disposition).toBe('negated');
  });

  it('lets a list lead speak for its items, unless the block sells', () => {
    expect(judged('〈当天出证〉', { heading: '平台内不得出现下列表述：' })).toEqual({
      disposition: 'cited',
      reason: '不得',
    });
    expect(judged('〈加急认证〉', { heading: '本中心不提供以下服务：' }).disposition).toBe('negated');
    expect(judged('〈当天出证〉', { heading: '热门搜索' }).disposition).toBe('cited');
    expect(judged('〈当天出证〉，加微信 abc12345', { heading: '谨防虚假信息' }).disposition).toBe('claim');
    expect(judged('〈当天出证〉', { heading: '严禁盗图' }).disposition).toBe('claim');
  });

  it('reads a list of tags as topics where one of them doubts', () => {
    expect(judged('CE认证 验厂 〈当天出证〉 假证书 质检报告 检测周期')).toEqual({
      disposition: 'cited',
      reason: '假证书',
    });
    expect(judged('CE认证 验厂 〈当天出证〉 三体系 质检报告 检测周期').disposition).toBe('claim');
    expect(judged('CE认证，我们做！〈当天出证〉 假证书').disposition).toBe('claim');
  });

  it('reads who is said, a sentence later, to have found it', () => {
    expect(judged('花200元，〈当天出证〉。记者近日调查发现……')).toEqual({
      disposition: 'cited',
      reason: '记者近日调查发现',
    });
    expect(judged('〈当天出证〉。我们调查过，客户都满意').disposition).toBe('claim');
  });

  it('reads questions that have lost their mark', () => {
    expect(judged('求助：代办那边讲〈当天出证〉，敢信吗').disposition).toBe('cited');
    expect(judged('客户对我们最常问的是“能不能〈当天出证〉”。').disposition).toBe('cited');
    expect(judged('想〈当天出证〉吗').disposition).toBe('claim');
    expect(judged('可〈免现场审核〉', { heading: '四、什么情况可以免工厂检查' }).disposition).toBe('cited');
  });
});
