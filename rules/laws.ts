/** One version of a law, by the day of the conduct to which it applies. */
export interface LawVersion {
  /** As it stands beside each citation; a fact of the text, never a note to whoever edits this list. */
  label: string;
  /** First and last day of conduct (ISO 8601, inclusive); an absent one bounds nothing. Versions overlap where the day of change was not read. */
  from?: string;
  until?: string;
  /** Where the text was read. */
  source: string;
  /** The articles that were read there, where that was not the whole text. */
  articles?: readonly string[];
}

/** A law as the product cites it. Only what was read is listed; see each `source`. */
export interface Law {
  /** Full name without the book-title marks. */
  name: string;
  /** The newest first. */
  versions: readonly [LawVersion, ...LawVersion[]];
}

export const LAW_IDS = [
  'advertising-law',
  'certification-regulation',
  'anti-unfair-competition-law',
  'e-commerce-law',
  'internet-advertising-measures',
  'live-commerce-measures',
  'inspection-supervision-measures',
  'inspection-qualification-measures',
  'product-quality-law',
  'advertising-application-guide-1',
  'advertising-application-guide-2',
  'advertising-citation-guide',
] as const;

export type LawId = (typeof LAW_IDS)[number];

const JUST_LAWS = 'https://github.com/ImCa0/just-laws/blob/5c000d28a6cc4632797afd652728b4e04bbd311d/docs/economic';
const LAW_REF_BOOK = 'https://github.com/LawRefBook/Laws/blob/2f4c5c23716267af9dbebbbbd6cbbf732b101981';
const SAMR_COPIES = 'https://github.com/supermariao/laws';
const MONITORING_RULES =
  'https://github.com/xiejianjun000/eco-agent/blob/e7e03161e87c24b2b6059c5081c9eb9c7ec6aff7/ecoskills/jiance-guifan/kb/监测配套法规全文.json';

export const LAWS: Readonly<Record<LawId, Law>> = {
  'advertising-law': {
    name: '广告法',
    versions: [{ label: '2021-04-29 修正', source: `${JUST_LAWS}/advertising-law/README.md` }],
  },
  'certification-regulation': {
    name: '认证认可条例',
    // The revision numbered its penalties anew, so conduct before it is cited from nothing here.
    versions: [
      {
        label: '2023-07-20 修订',
        from: '2023-07-20',
        source: `${LAW_REF_BOOK}/行政法规/认证认可条例(2023-07-20).md`,
      },
    ],
  },
  'anti-unfair-competition-law': {
    name: '反不正当竞争法',
    versions: [
      {
        label: '2025-06-27 修订，2025-10-15 施行',
        from: '2025-10-15',
        source: `${JUST_LAWS}/anti-unfair-competition-law/README.md`,
      },
      {
        label: '2019-04-23 修正，适用于 2025-10-14 及以前的行为',
        until: '2025-10-14',
        source: `${LAW_REF_BOOK}/经济法/反不正当竞争法(2019-04-23).md`,
        articles: ['第八条', '第二十条'],
      },
    ],
  },
  'e-commerce-law': {
    name: '电子商务法',
    versions: [{ label: '2018-08-31 通过', source: `${LAW_REF_BOOK}/民法商法/电子商务法(2018-08-31).md` }],
  },
  'internet-advertising-measures': {
    name: '互联网广告管理办法',
    versions: [
      {
        label: '2023-05-01 施行',
        from: '2023-05-01',
        source: 'https://www.moj.gov.cn/pub/sfbgw/flfggz/flfggzbmgz/202306/t20230620_481045.html',
      },
    ],
  },
  'live-commerce-measures': {
    name: '直播电商监督管理办法',
    versions: [
      {
        label: '市场监管总局、国家网信办令第 117 号，2026-02-01 施行',
        from: '2026-02-01',
        source: `${SAMR_COPIES}/blob/b754c08/法规规章/直播电商监督管理办法.md`,
      },
    ],
  },
  'inspection-supervision-measures': {
    name: '检验检测机构监督管理办法',
    // Order 101 is of 2025-03-18; the day on which it came into force was not read, so conduct of that year is shown both numberings.
    versions: [
      {
        label: '市场监管总局令第 101 号（2025-03-18）修改',
        from: '2025-03-18',
        source: MONITORING_RULES,
        articles: [
          '第八条',
          '第十一条',
          '第十二条',
          '第十三条',
          '第十四条',
          '第十五条',
          '第十七条',
          '第二十六条',
          '第二十七条',
        ],
      },
      {
        label: '市场监管总局令第 39 号（令第 101 号修改前）',
        until: '2025-12-31',
        source: MONITORING_RULES,
        articles: ['第十三条', '第十四条', '第二十五条', '第二十六条'],
      },
    ],
  },
  'inspection-qualification-measures': {
    name: '检验检测机构资质认定管理办法',
    versions: [{ label: '2021-04-02 修改', from: '2021-04-02', source: MONITORING_RULES }],
  },
  'product-quality-law': {
    name: '产品质量法',
    versions: [{ label: '2018-12-29 修正', source: `${LAW_REF_BOOK}/经济法/产品质量法(2018-12-29).md` }],
  },
  // Guides bind nobody outside the authority; they are cited from the day on which they were made public.
  'advertising-application-guide-1': {
    name: '〈中华人民共和国广告法〉适用问题执法指南（一）',
    versions: [
      {
        label: '市场监管总局 2025-07-04 发布，供参考适用',
        from: '2025-07-04',
        source: `${SAMR_COPIES}/tree/52589b8/执法指南`,
      },
    ],
  },
  'advertising-application-guide-2': {
    name: '〈中华人民共和国广告法〉适用问题执法指南（二）',
    versions: [
      {
        label: '市场监管总局 2025-07-23 发布，供参考适用',
        from: '2025-07-23',
        source: `${SAMR_COPIES}/tree/52589b8/执法指南`,
      },
    ],
  },
  'advertising-citation-guide': {
    name: '广告引证内容执法指南',
    versions: [
      {
        label: '市场监管总局公告 2026 年第 20 号，2026-06-12 发布',
        from: '2026-06-12',
        source: 'https://www.samr.gov.cn/zw/zfxxgk/fdzdgknr/ggjgs/art/2026/art_8962fc1e4eb44a87b93d265af43b6940.html',
        articles: ['第七条', '第八条', '第九条', '第十四条', '第十七条'],
      },
    ],
  },
};
