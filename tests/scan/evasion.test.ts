import { describe, expect, it } from 'vitest';
import type { Evasion } from '../../utils/scan/finding.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { PACK } from './notice-like-pack.ts';

const scanner = createScanner([PACK]);
const scan = (text: string) => scanner.scanText(text);

/** One class of evasion: what must be found, and what looks like it and is innocent. */
const CLASSES: Record<
  string,
  { evasion: Evasion | undefined; found: [text: string, phrase: string][]; innocent: string[] }
> = {
  plain: {
    evasion: undefined,
    found: [
      ['本机构快速出证', '快速出证'],
      ['承诺100%通过', '100%通过'],
    ],
    innocent: ['快速出货，保证书随箱', '证书与认证的权威性', '本月完成9100%通过量'],
  },
  width: {
    evasion: 'width',
    found: [
      ['承诺１００％通过', '100%通过'],
      ['承诺①⓪⓪%通过', '100%通过'],
      ['当⽇拿证', '当日拿证'],
      ['⒊天拿证', '3天拿证'],
    ],
    innocent: ['⽇常拿出'],
  },
  traditional: {
    evasion: 'traditional',
    found: [
      ['權威認證', '权威认证'],
      ['當天出證', '当天出证'],
      ['検測包過', '检测包过'],
    ],
    innocent: ['權杖與威士忌', '後來認真證明'],
  },
  invisible: {
    evasion: 'invisible',
    found: [
      ['权\u200b威\u200d认\ufeff证', '权威认证'],
      ['快\u00ad速出证', '快速出证'],
      ['快速\ufe0f出证', '快速出证'],
    ],
    innocent: ['权\u200b力 威\u200b风'],
  },
  separator: {
    evasion: 'separator',
    found: [
      ['权 威 认 证', '权威认证'],
      ['权·威·认·证', '权威认证'],
      ['快★速★出★证', '快速出证'],
      ['当🔥天🔥出🔥证', '当天出证'],
      ['权，威，认，证', '权威认证'],
      ['【当天】出证', '当天出证'],
      ['权。威。认。证', '权威认证'],
    ],
    innocent: [
      '机构很权威，认证也快',
      '标准权威。认证流程见附件',
      '权威、认证两个词',
      '权威-----------认证',
      '可以很快速。出证时间见表',
    ],
  },
  'line-break': {
    evasion: 'line-break',
    found: [['权威\n认证', '权威认证']],
    innocent: ['权威\n\n认证', '权威\u2029认证', '权\n威认\n证'],
  },
  vertical: { evasion: 'vertical', found: [['权\n威\n认\n证', '权威认证']], innocent: ['权\u2029威\u2029认\u2029证'] },
  'look-alike': {
    evasion: 'look-alike',
    found: [
      ['快速岀证', '快速出证'],
      ['快逨出证', '快速出证'],
      ['加急认怔', '加急认证'],
      ['捡测包过', '检测包过'],
    ],
    innocent: ['捡测句迂', '他在山岀口'],
  },
  pinyin: {
    evasion: 'pinyin',
    found: [
      ['办理 quan wei ren zheng 找我', '权威认证'],
      ['QuanWeiRenZheng，可查', '权威认证'],
      ['quán wēi rèn zhèng 可查', '权威认证'],
      ['kuai速出证', '快速出证'],
      ['快su出zheng', '快速出证'],
      ['𝐤𝐮𝐚𝐢𝐬𝐮𝐜𝐡𝐮𝐳𝐡𝐞𝐧𝐠 可查', '快速出证'],
    ],
    innocent: [
      '网址 www.quanweirenzheng.com 可查',
      '邮箱 kuaisuchuzheng@example.com',
      '公司 quanweirenzhengwang 的简介',
      '请看 /docs/kuaisuchuzheng 一文',
      '人wei认证',
    ],
  },
  initials: {
    evasion: 'initials',
    found: [
      ['检测包过，KSCZ 加我', '快速出证'],
      ['检测包过，k s c z', '快速出证'],
    ],
    innocent: ['KSCZ 加我', '检测要求见 QWRZX 型号', '订单 akscz99'],
  },
  homophone: {
    evasion: 'homophone',
    found: [
      ['不送样检测，全威认证', '权威认证'],
      ['不送样检测，权威任正', '权威认证'],
      ['不送样检测，快速出征', '快速出证'],
    ],
    innocent: ['将士当天出征', '全威任正', '不得不送样检测之外，泉围人正'],
  },
  'split-character': {
    evasion: 'split-character',
    found: [
      ['权威认言正', '权威认证'],
      ['权威讠人讠正', '权威认证'],
      ['木又威认证', '权威认证'],
    ],
    innocent: ['他的言正是如此', '木又高大，威认证'],
  },
  bidi: {
    evasion: 'bidi',
    found: [['\u202e证认威权\u202c', '权威认证']],
    innocent: ['证认威权', '\u2067שלום\u2069 威权'],
  },
};

describe.each(Object.entries(CLASSES))('%s', (_name, { evasion, found, innocent }) => {
  it.each(found)('finds %j as %s', (text, phrase) => {
    const [hit] = scan(text).filter((finding) => finding.phrase === phrase);
    expect(hit, `nothing in ${text}`).toBeDefined();
    expect(hit!.evasions).toEqual(evasion ? expect.arrayContaining([evasion]) : []);
    expect(text.slice(hit!.start, hit!.end)).toBe(hit!.matchedText);
  });

  it.each(innocent)('finds nothing of it in %j', (text) => {
    expect(scan(text).filter((finding) => evasion === undefined || finding.evasions.includes(evasion))).toEqual([]);
  });

  it.each(found)('names %j while streaming, however the text is cut', (text) => {
    const detector = scanner.detector();
    let hits = 0;
    for (const unit of text.split('')) {
      detector.feed(unit);
      hits += detector.hits.length;
    }
    expect(hits).toBeGreaterThan(0);
  });
});

describe('matching', () => {
  it('takes the longest wording and drops what it covers', () => {
    expect(scan('国际权威认证机构').map(({ phrase }) => phrase)).toEqual(['国际权威认证机构']);
  });

  it('lets a longer innocent wording win', () => {
    expect(scan('权威认证机构名录查询；快速出证件照')).toEqual([]);
    expect(scan('权威认证机构名录之外的权威认证').map(({ start }) => start)).toEqual([11]);
  });

  it('begins and ends a match on characters of the phrase', () => {
    expect(scan('（★权·威·认·证★）')[0]!.matchedText).toBe('权·威·认·证');
  });

  it('weighs a weak reading lower and only beside a better claim', () => {
    expect(scan('快速出征')).toEqual([]);
    expect(scan('警惕“检测包过”，快速出征')).toHaveLength(1);
    const [, weak] = scan('检测包过，当天出征');
    expect(weak).toMatchObject({ confidence: 'weak', level: 'weak', ruleId: 'same-day' });
  });

  it('survives lone surrogates and control characters', () => {
    expect(scan('\ud800权\udc00威认证\ud83d')).toHaveLength(1);
    expect(scan('\u0000\ud83d\ude00')).toEqual([]);
  });

  it('quotes what stands before and after, inside the paragraph', () => {
    const [finding] = scan('上一段\u2029本机构权威认证，欢迎\u2029下一段');
    expect(finding).toMatchObject({ prefix: '本机构', suffix: '，欢迎' });
  });
});

describe('families', () => {
  const phrasesIn = (text: string) => scan(text).map(({ phrase }) => phrase);

  it('joins slots in one clause within the gap', () => {
    expect(phrasesIn('最快3天就能拿证')).toEqual(['3天拿证']);
    expect(phrasesIn('24小时内出报告')).toEqual(['24小时出报告']);
    expect(phrasesIn('三 天 下 證')).toEqual(['三天下证']);
  });

  it('does not cross a clause, a wide gap, or the order of the slots', () => {
    expect(phrasesIn('工期3天，拿证另算')).toEqual([]);
    expect(phrasesIn('3天之内请到本窗口自行拿证')).toEqual([]);
    expect(phrasesIn('拿证后3天')).toEqual([]);
  });

  it('does not read the end of a longer number', () => {
    expect(phrasesIn('13天拿证')).toEqual([]);
    expect(phrasesIn('十三天拿证')).toEqual([]);
  });

  it('needs its object in the same clause', () => {
    expect(phrasesIn('检测不过全额退款')).toEqual(['不过退款']);
    expect(phrasesIn('检测专业，衣服不过水退款')).toEqual([]);
  });

  it('leaves a slot word alone that a longer innocent wording covers', () => {
    expect(phrasesIn('三天内交保证书')).toEqual([]);
  });
});
