import {
  type CertificateKind,
  FIELD_WORDS,
  type FurtherItem,
  type MissingReason,
} from '../../rules/papers/certificate-terms.ts';
import type { Category, Level } from '../../rules/rule.ts';
import type { ProblemCode } from '../certificate/certificate.ts';
import type { ArtefactRole, Confirmation, ConfirmedPoint, CustodyAct, EvidenceRecord } from '../evidence/record.ts';
import type { Channel, Disposition } from '../scan/finding.ts';

/** Chinese words of the formal papers (report, records, letters); the screens have theirs in the locale files. */

export const CATEGORY_WORDS: Record<Category, string> = {
  'fake-certification': '涉嫌虚假认证、虚假检测',
  'false-promise': '涉嫌虚假广告、保证性承诺',
  'absolute-terms': '绝对化用语、国家机关名义',
  'forgery-trading': '涉嫌伪造、买卖证书报告',
  'personal-papers': '人员证书与建筑业资质宣传',
};

export const LEVEL_WORDS: Record<Level, string> = { strong: '重点', weak: '一般' };

export const DISPOSITION_WORDS: Record<Disposition, string> = {
  claim: '宣称',
  cited: '引用',
  negated: '否定',
  possible: '还可能',
};

export const CHANNEL_WORDS: Record<Channel, string> = {
  text: '正文',
  attribute: '属性文字',
  generated: '样式生成文字',
  form: '表单文字',
  image: '图片文字',
  meta: '网页说明（页面上看不见）',
};

export const KIND_WORDS: Record<CertificateKind, string> = {
  ccc: '强制性产品认证证书',
  'management-system': '管理体系认证证书',
  organic: '有机产品认证证书',
  'voluntary-product': '自愿性产品认证证书',
  service: '服务认证证书',
  cma: '检验检测机构资质认定证书',
  'inspection-report': '检验检测报告',
  cnas: '实验室认可证书',
  foreign: '境外证书',
  unknown: '未识别类别的证书或报告',
};

/** Why a required field is missing, behind the word 缺失. */
export const MISSING_WORDS: Record<MissingReason, string> = {
  absent: '',
  masked: '（显示为遮盖）',
  unreadable: '（图片中无法辨认）',
  elsewhere: '（写明见他处）',
};

export const FURTHER_WORDS: Record<FurtherItem, string> = { ...FIELD_WORDS, cmaMark: 'CMA 标志' };

export const PROBLEM_WORDS: Record<ProblemCode, string> = {
  expired: '已过有效期',
  'future-date': '日期在将来',
  'date-order': '日期先后矛盾',
  'number-format': '编号格式不符',
  'number-year-mismatch': '编号年份不符',
  'issuer-mismatch': '编号与机构不符',
  'state-name': '冠以国家字样',
  'uscc-check-digit': '信用代码校验位不符',
  'qr-host': '二维码指向非官方网站',
  'qr-mismatch': '二维码内容与所示不符',
  'not-in-register': '名录中未见',
  'register-standing': '名录中的状态、有效期或范围不符',
  'number-reused': '同一编号属于不同持有人',
  'number-doubtful': '编号字迹不清，请与原图核对',
};

export const ROLE_WORDS: Record<ArtefactRole, string> = {
  'view-marked': '取证前画面（带标示）',
  'view-before': '取证前画面',
  'view-after': '取证后画面',
  tile: '全页分块截图（原图）',
  stitched: '拼接长图（派生）',
  annotated: '标注图（派生）',
  thumbnail: '缩略图（派生）',
  archive: '网页存档',
  source: '网页源代码',
  'server-source': '服务器发来的源代码',
  text: '网页文字',
  metadata: '页面信息',
  network: '网络信息',
  environment: '取证环境',
  findings: '疑似表述',
  certificates: '证书信息',
  'page-states': '取证各步骤时的网页',
  'not-captured': '未取得事项',
  tls: '网站证书',
  recording: '录屏',
  replay: '可重放存档',
  document: '文书',
  original: '原始文件',
  'pdf-page': 'PDF 页面画面',
  'external-picture': '外来图片',
};

export const ACT_WORDS: Record<CustodyAct, string> = {
  'capture-started': '开始取证',
  captured: '封存',
  'capture-cancelled': '取消取证',
  'capture-interrupted': '取证中断',
  viewed: '查看',
  verified: '校验',
  exported: '导出',
  imported: '导入',
  noted: '备注',
  'status-changed': '状态变更',
  dismissed: '标为误报',
  restored: '撤销误报',
  confirmed: '复核确认',
  'paper-made': '制作文书',
  stamped: '加盖时间戳',
  supplemented: '补充附页',
  'register-imported': '导入名录',
  'register-removed': '删除名录',
  surveyed: '核查主体',
  'desk-changed': '换岗',
  'settings-changed': '设置变更',
  deleted: '删除',
};

export const CONFIRMED_POINT_WORDS: Record<ConfirmedPoint, string> = {
  pictures: '画面完整清楚',
  address: '网址、标题与画面相符',
  findings: '疑似表述与原图逐条相符',
  certificates: '证书内容与原图相符',
  log: '保管日志连续',
};

/** The word for an id of a record that may be a later version's: what has no word here stands as the id that it is. */
export function wordFor<Id extends string>(words: Readonly<Record<Id, string>>, id: Id): string {
  return Object.hasOwn(words, id) ? words[id] : id;
}

/** A confirmation in one sentence. */
export function confirmationWords({ officer, points, remark }: Confirmation): string {
  const seen = points.map((point) => wordFor(CONFIRMED_POINT_WORDS, point)).join('、');
  return `${officer.name}（执法证号 ${officer.licence || '未登记'}）核对：${seen}${remark ? `；${remark}` : ''}`;
}

export const METHOD_WORDS: Record<EvidenceRecord['method'], string> = {
  debugger: '浏览器调试接口分块截取全页',
  scroll: '滚动逐屏截取全页',
  'capture-tab': '浏览器整页截取接口',
  'view-only': '仅截取可见画面',
  rendered: '由 PDF 原始文件逐页绘制画面',
  external: '外来图片，非由网页取得',
};

/** 2026-11-23 10:15:09 in the given zone, with the zone's offset; the bare text when it is no date or zone. */
export function localTime(iso: string, timeZone: string): string {
  try {
    const format = new Intl.DateTimeFormat('zh-CN', {
      timeZone,
      hourCycle: 'h23',
      ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
      ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset' } as const),
    });
    const part = Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
    const offset = part.timeZoneName?.replace('GMT', 'UTC') ?? '';
    return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}（${offset}）`;
  } catch (error) {
    if (error instanceof RangeError) return iso;
    throw error;
  }
}

/** 1,234,567 字节 */
export const bytesInWords = (size: number) => `${size.toLocaleString('zh-CN')} 字节`;

/** How much a page's claims weigh together. */
export const WEIGHT_WORDS: Record<NonNullable<EvidenceRecord['weight']>, string> = {
  none: '无疑似表述',
  weak: '线索较弱',
  medium: '线索中等',
  strong: '线索较强',
};

/** The signs that a record can name; one of another version is called by its id. */
export const SIGN_WORDS: Readonly<Record<string, string>> = {
  'strong-claim': '重点疑似表述',
  'several-rules': '命中多条规则',
  'evasive-spelling': '变体写法',
  'hidden-claim': '藏在不可见处',
  'no-licence': '未见证照或资质编号',
  'token-price': '标价异常低',
  'off-platform-contact': '引导站外联系',
  telephone: '联系电话',
};

const PARTY_WORDS: Readonly<Record<string, string>> = {
  licence: '亮照',
  name: '名称',
  creditCode: '统一社会信用代码',
  registeredAddress: '住所',
  businessAddress: '经营地址',
  shop: '店铺',
  shopId: '店铺编号',
  operator: '网站主办者',
  icpNumber: '网站备案号',
  contact: '联系方式',
};

/** What a sealed page says of its party, a fact a line. */
export const partyInWords = ({ party = [] }: Pick<EvidenceRecord, 'party'>): string[] =>
  party.map(({ fact, value, checked }) => {
    const doubt = checked === 'differs' ? '（校验位不符，需人工核对）' : '';
    return `${PARTY_WORDS[fact] ?? fact}：${value}${doubt}`;
  });

/** What a sealed page weighed, with its signs, as one line; empty where that was not read. */
export function weightInWords({ weight, pageSigns = [] }: Pick<EvidenceRecord, 'weight' | 'pageSigns'>): string {
  if (!weight) return '';
  const signs = pageSigns.map(({ id, words }) => {
    const quoted = words.map((each) => `“${each}”`).join('');
    return `${SIGN_WORDS[id] ?? id}${quoted}`;
  });
  return [WEIGHT_WORDS[weight], signs.join('、')].filter(Boolean).join('：');
}
