import type { LabelMeaning } from '../../rules/certificate-label.ts';
import { TELLINGS } from '../../rules/papers/tellings.ts';
import { CHINESE_TELLINGS } from './chinese-tellings.ts';
import type { SlashOrder } from './dates.ts';
import { ENGLISH_TELLINGS } from './english-tellings.ts';
import { GOODS_TELLINGS } from './goods-tellings.ts';
import type { Reading } from './label-reading.ts';
import { tellingOf } from './read-telling.ts';
import type { Line } from './regions.ts';
import { valueFor } from './values.ts';

const ALL = [...TELLINGS.map(tellingOf), ...CHINESE_TELLINGS, ...GOODS_TELLINGS, ...ENGLISH_TELLINGS];

/** Sentences that speak of certificates; only those are read. */
const SUBJECT =
  /^(?:no\b|№)|研究院|研究所|科学院|标准|技术服务|技术中心|质量|计量|监测|评定|认可|证书|认证|证明|检[验测]|报告|符合|合格|有效|certif|management system|report|compl|conform|issued by|valid|\btest|\blabs?\b|accordance|\biso\b/i;

/** How goods are offered, before their name. */
const OFFERED =
  /^(?:送检|主营|经营|生产|销售|研发|推出|供应|出品|所售|在售|自产|自主研发|热销|最新|全系|新款)的?(?=\p{Script=Han}{2})/u;

/** Words that make what a sentence says a requirement or a description rather than a name. */
const NOT_NAMED: Partial<Record<LabelMeaning, RegExp>> = {
  holder: /通过|获得|取得|颁发|我司|我们|本公司|本店/,
  productName:
    /体系|管理|服务|取得|获得|本品|顺利|成功|近日|先后|批次|批号|日期|\d{6}|须|应当|需|提供|出具|具备|由|经|要求|上传|公司|检[验测]|认证|报告|证书|以及|我们|发布|了|实验室$/,
  issuingBody:
    /送检|送至|布局|格局|主要|取得|获得|荣获|^(?:这款|本款|该款|此款|这是)|\d{4}年|具备|具有|资质的|第三方(?:检[验测]|认证|专业)*机构|有关|相关|权威|主办/,
};

/** What the sentences of a line say of a certificate: 由 … 于 … 颁发, 所检项目均符合 …, issued by … */
export function readProse(line: Line, order?: SlashOrder): Reading[] {
  if (line.text.length < 8 || !SUBJECT.test(line.text)) return [];
  const readings: Reading[] = [];
  for (const { meaning, pattern, weak } of ALL) {
    if (readings.some((reading) => reading.meaning === meaning)) continue;
    const match = line.text.match(pattern);
    if (!match?.[1] || NOT_NAMED[meaning]?.test(match[1])) continue;
    const value = valueFor(
      meaning,
      meaning === 'productName' ? match[1].replace(OFFERED, '') : match[1],
      meaning === 'conclusion' || meaning === 'standard' ? 'line' : 'prose',
      order,
    );
    if (!value || value.raw === '') continue;
    const start = line.start + match.index! + match[0].indexOf(match[1]) + match[1].indexOf(value.raw);
    readings.push({
      meaning,
      value: value.value,
      raw: value.raw,
      start,
      weak: weak ?? false,
      specific: true,
      label: '',
    });
  }
  return readings;
}
