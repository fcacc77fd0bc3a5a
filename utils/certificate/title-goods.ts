import { anyOf } from '../base/pattern-parts.ts';
import { unspaced } from './folded-text.ts';
import type { Group, Reading } from './label-reading.ts';
import { type Line, linesOf, type Region } from './regions.ts';

/** 低压成套开关设备CCC证书, 山茶油检测报告: the goods, then the name of the paper. */
const TITLE =
  /^[【[《•·\s\d.、]*((?:[A-Za-z]{1,4})?\p{Script=Han}{2,14}?)的?(?:(?:3C|CCC|CQC|CE|强制性(?:产品)?|自愿性(?:产品)?|有机(?:产品)?|产品)*(?:认证证书|认证|证书)|(?:第三方)?(?:检验|检测|质检|检验检测|测试)报告)[】\]》\s]*$/u;

/** 检验报告 · 陶瓷马克杯: the paper, then the goods. */
const TITLE_BEFORE =
  /^[【[《•·\s\d.、]*(?:检验|检测|质检|检验检测|测试)报告[】\]》]?\s*[·•|｜—–-]+\s*(\p{Script=Han}{2,14})$/u;

/** 检测报告一：奶瓶: a numbered paper, then the goods. */
const TITLE_NUMBERED =
  /^[【[《•·\s\d.、]*(?:检验|检测|质检|检验检测|测试)报告[】\]》]?\s?[一二三四五六七八九十\d]{1,2}[】\]》]?\s?[：:]\s?(\p{Script=Han}{2,14})$/u;

/** 检验报告（推车式干粉灭火器）: the goods in brackets behind the paper. */
const TITLE_AROUND = /(?:证书|报告)\s*[（(](\p{Script=Han}{2,16})[)）][】\]》\s]*$/u;

/** Words of a paper, of its maker or of what was tested, rather than of goods. */
const NOT_GOODS = anyOf(
  '',
  /产品|商品|公司|有限|企业|第三方|委托|型式|年度|最新|本店|我们|权威|国家|中国|中华|全国|国际|认证|认可|质量|体系|管理|服务|资质|检|安全|环保|环境|节能|节水|能效/,
  /有机(?!肥|玻璃|硅)|绿色|低碳|标志|相关|部分|荣誉|专利|出厂|官方|电子|附件|查看|展示|样品|系列|评价|实验室|能力|机构|信用|产权|售后|中英文|批次|授权|培训|毕业/,
  /合格|甲醛|重金属|阻燃|抗菌|成分|性能|农残|毒理|理化|微生物|功效|资格|职业|会员|上岗|结业|学习|获奖|捐赠|收藏|鉴定|防[水火]|全套|所有|各类|一份|两份|原始|完整/,
  /正规|关于|获得|通过|取得|颁发|[的了请如]|[中英]文|复印|正本|副本|扫描|样本|原件|部分|节选|封面|首页|正面|反面/,
);

/** The goods that the title of a paper names, for groups that show no other name of goods. */
export function withTitleGoods(groups: readonly Group[], region: Region): Group[] {
  if (groups.every(namesGoods)) return [...groups];
  const lines = linesOf(region.content);
  return groups.map((group) => {
    const reading = namesGoods(group) ? undefined : goodsIn(group, lines);
    return reading ? { ...group, readings: [...group.readings, reading] } : group;
  });
}

const namesGoods = ({ readings }: Group) => readings.some(({ meaning }) => meaning === 'productName');

function goodsIn({ text, readings }: Group, lines: readonly Line[]): Reading | undefined {
  const first = Math.min(...readings.map(({ start }) => start));
  for (const title of text.split('\n')) {
    const value =
      unspaced(title) === title
        ? (title.match(TITLE) ??
            title.match(TITLE_BEFORE) ??
            title.match(TITLE_NUMBERED) ??
            title.match(TITLE_AROUND))?.[1]
        : undefined;
    if (!value || NOT_GOODS.test(value)) continue;
    const line = lines.findLast((one) => one.text === title && one.start < first);
    if (!line) continue;
    const start = line.start + title.indexOf(value);
    return { meaning: 'productName', value, raw: value, start, weak: true, specific: false, label: '' };
  }
  return undefined;
}
