import type { Confidence } from '../../utils/scan/evasion.ts';
import type { Evasion } from '../../utils/scan/finding.ts';

/** A phrase of the test pack written around in one way only, as text or as the page lays it out. */
export interface EvasionFixture {
  written: { text: string } | { html: string };
  phrase: string;
  confidence: Confidence;
}

/**
 * One fixture or more of every way of writing around a phrase. The type asks for a new class's fixture; two tests, of texts
 * and of pages, show that each is found, and is found no more when its class alone is not read.
 */
export const EVASION_FIXTURES: Readonly<Record<Evasion, readonly EvasionFixture[]>> = {
  width: [
    { written: { text: '承诺１００％通过' }, phrase: '100%通过', confidence: 'sure' },
    { written: { text: '⑶天拿证' }, phrase: '3天拿证', confidence: 'sure' },
    { written: { text: '𝟑天拿证' }, phrase: '3天拿证', confidence: 'sure' },
    { written: { text: '㉔小时内出报告' }, phrase: '24小时出报告', confidence: 'sure' },
    { written: { text: '当⽇拿证' }, phrase: '当日拿证', confidence: 'sure' },
  ],
  traditional: [{ written: { text: '權威認證' }, phrase: '权威认证', confidence: 'sure' }],
  invisible: [{ written: { text: '权\u200b威\u2060认\u00ad证' }, phrase: '权威认证', confidence: 'sure' }],
  separator: [
    { written: { text: '权 威 认 证' }, phrase: '权威认证', confidence: 'sure' },
    { written: { text: '权🔥威🌟认★证' }, phrase: '权威认证', confidence: 'sure' },
    { written: { text: '权，威，认，证' }, phrase: '权威认证', confidence: 'sure' },
  ],
  'look-alike': [
    { written: { text: '快速岀证' }, phrase: '快速出证', confidence: 'likely' },
    { written: { text: '检测笣过' }, phrase: '检测包过', confidence: 'likely' },
  ],
  pinyin: [
    { written: { text: '办理 quan wei ren zheng' }, phrase: '权威认证', confidence: 'likely' },
    { written: { text: 'kuai速出证' }, phrase: '快速出证', confidence: 'likely' },
    { written: { text: '🅹🅸🅰🅹🅸🆁🅴🅽🆉🅷🅴🅽🅶' }, phrase: '加急认证', confidence: 'likely' },
    { written: { text: '🄹🄸🄰🄹🄸 🅁🄴🄽🅉🄷🄴🄽🄶' }, phrase: '加急认证', confidence: 'likely' },
    { written: { text: '🅙🅘🅐🅙🅘 🅡🅔🅝🅩🅗🅔🅝🅖' }, phrase: '加急认证', confidence: 'likely' },
    { written: { text: '𝐤𝐮𝐚𝐢𝐬𝐮𝐜𝐡𝐮𝐳𝐡𝐞𝐧𝐠' }, phrase: '快速出证', confidence: 'likely' },
  ],
  initials: [{ written: { text: '检测包过，KSCZ 加我' }, phrase: '快速出证', confidence: 'weak' }],
  homophone: [{ written: { text: '不送样检测，全威认证' }, phrase: '权威认证', confidence: 'weak' }],
  'split-character': [{ written: { text: '权威认言正' }, phrase: '权威认证', confidence: 'likely' }],
  bidi: [{ written: { text: '\u202e证认威权\u202c' }, phrase: '权威认证', confidence: 'sure' }],
  'line-break': [
    { written: { text: '权威\n认证' }, phrase: '权威认证', confidence: 'sure' },
    { written: { html: '<p>权威<br>认证</p>' }, phrase: '权威认证', confidence: 'sure' },
  ],
  vertical: [
    { written: { text: '权\n威\n认\n证' }, phrase: '权威认证', confidence: 'sure' },
    {
      written: { html: '<div><div>权</div><div>威</div><div>认</div><div>证</div></div>' },
      phrase: '权威认证',
      confidence: 'sure',
    },
    {
      written: {
        html: '<table><tbody><tr><td>权</td></tr><tr><td>威</td></tr><tr><td>认</td></tr><tr><td>证</td></tr></tbody></table>',
      },
      phrase: '权威认证',
      confidence: 'sure',
    },
  ],
  'inline-split': [
    { written: { html: '<p><b>权</b>威<i>认</i>证</p>' }, phrase: '权威认证', confidence: 'sure' },
    { written: { html: '<p>权威<wbr>认证</p>' }, phrase: '权威认证', confidence: 'sure' },
  ],
  'hidden-filler': [
    { written: { html: '<p>权威<i style="display:none">的</i>认证</p>' }, phrase: '权威认证', confidence: 'sure' },
    { written: { html: '<p>权威<i style="font-size:0">的</i>认证</p>' }, phrase: '权威认证', confidence: 'sure' },
  ],
  ruby: [
    {
      written: { html: '<p><ruby>权<rt>quán</rt>威<rt>wēi</rt>认<rt>rèn</rt>证<rt>zhèng</rt></ruby></p>' },
      phrase: '权威认证',
      confidence: 'sure',
    },
  ],
};
