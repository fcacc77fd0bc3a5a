/** A repeatable stream of numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const HOW = [
  '当天',
  '快速',
  '加急',
  '权威',
  '一站式',
  '全程',
  '免费',
  '包过',
  '保证',
  '直接',
  '轻松',
  '无忧',
  '专业',
  '极速',
  '次日',
  '内部',
  '特快',
  '低价',
  '限时',
  '隔夜',
];
const WHAT = ['出证', '认证', '检测报告', '拿证', '下证', '出报告', '通过审核', '办理证书', '检测', '质检'];

/** Two hundred phrases of 4 to 6 characters. */
export const PHRASES: readonly string[] = HOW.flatMap((how) => WHAT.map((what) => how + what));

const SENTENCES = [
  '本机构依法开展产品检测与体系认证工作，欢迎新老客户来电垂询。',
  '根据招标文件的要求，投标人应当提供有效的质量管理体系认证证书复印件。',
  '昨日，市场监管部门公布了本季度抽查结果，涉及多家企业的若干批次商品。',
  '这款外套采用精梳棉面料，手感柔软透气，适合春秋两季日常穿着。',
  '公司成立于二〇〇八年，现有员工三百余人，业务覆盖全国二十多个省市。',
  '实验室配备了先进的仪器设备，能够完成电气、化学与力学性能试验。',
  '下单后四十八小时内发货，偏远地区运费以页面提示为准，敬请谅解。',
  '专家表示，消费者在选购时应注意查看标签、说明书以及生产日期。',
  '会议强调，要坚持问题导向，压实主体责任，推动各项措施落到实处。',
  'The laboratory is accredited to ISO/IEC 17025 and reports are issued within the agreed time.',
  '申请人需提交营业执照、产品说明、工厂检查调查表等全部材料。',
  '审核组将在现场查验记录，抽取样品并封样，随后送指定机构试验。',
  '今天天气晴朗，公园里游人如织，孩子们在草地上放风筝。',
  '价格以合同约定为准，未尽事宜由双方友好协商解决。',
  '我们重视每一位用户的反馈，客服热线全天候为您服务。',
  'Please read the terms carefully before placing an order online.',
];

/** What a benchmark page holds: its body, and the phrase planted in each block that has one. */
export interface BenchPage {
  html: string;
  plants: readonly { block: string; phrase: string }[];
}

/** A page of about `characters` characters with inline markup, script traps and 100 planted phrases, every fourth split by a tag. */
export function benchPage(characters: number, seed: number, plants = 100): BenchPage {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const blocks: string[] = [];
  for (let length = 0; length < characters; ) {
    const tag = pick(['p', 'p', 'p', 'li', 'h3', 'div']);
    let text = '';
    for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
      const sentence = pick(SENTENCES);
      length += sentence.length;
      const cut = Math.floor(sentence.length / 2);
      const inline = pick(['b', 'a', 'span', 'i', '']);
      text += inline
        ? `${sentence.slice(0, cut - 4)}<${inline}>${sentence.slice(cut - 4, cut)}</${inline}>${sentence.slice(cut)}`
        : sentence;
    }
    blocks.push(`<${tag}>${text}</${tag}>`);
    if (random() < 0.01) blocks.push(`<script type="text/plain">var note = "${pick(PHRASES)}";</script>`);
  }
  const planted = Array.from({ length: plants }, (_, index) => {
    const phrase = pick(PHRASES);
    const text = index % 4 === 0 ? `${phrase.slice(0, 2)}<em>${phrase.slice(2)}</em>` : phrase;
    const at = Math.floor(((index + 0.5) / plants) * blocks.length);
    return { at, block: `plant-${index}`, phrase, html: `<p id="plant-${index}">现可${text}，详情面谈。</p>` };
  });
  for (const { at, html } of planted) blocks[at] += html;
  return { html: blocks.join('\n'), plants: planted.map(({ block, phrase }) => ({ block, phrase })) };
}

/** A page without any Chinese of about `characters` characters. */
export function latinPage(characters: number): string {
  const sentence =
    'The quick brown fox jumps over the lazy dog while <b>quality</b> reports are being <i>reviewed</i> by the team. ';
  return `<p>${sentence.repeat(4)}</p>\n`.repeat(Math.ceil(characters / (sentence.length * 4)));
}
