/** An article cited by a rule. `from`/`until` bound the conduct dates (ISO 8601, inclusive) to which the numbering applies. */
export interface LegalReference {
  /** Key of {@link LAWS}. */
  law: LawId;
  /** The article as it is cited, 第六十一条. */
  article: string;
  from?: string;
  until?: string;
}

/** A law as the product cites it. Only texts that were read in full are listed; see each `source`. */
export interface Law {
  /** Full name without the book-title marks. */
  name: string;
  /** The version in force, shown beside each citation. */
  version: string;
  /** Where the text was read. */
  source: string;
}

export const LAW_IDS = [
  'advertising-law',
  'certification-regulation',
  'anti-unfair-competition-law',
  'e-commerce-law',
  'internet-advertising-measures',
  'inspection-supervision-measures',
  'inspection-qualification-measures',
  'product-quality-law',
] as const;

export type LawId = (typeof LAW_IDS)[number];

const JUST_LAWS = 'https://github.com/ImCa0/just-laws/blob/5c000d28a6cc4632797afd652728b4e04bbd311d/docs/economic';
const LAW_REF_BOOK = 'https://github.com/LawRefBook/Laws/blob/2f4c5c23716267af9dbebbbbd6cbbf732b101981';
const MONITORING_RULES =
  'https://github.com/xiejianjun000/eco-agent/blob/e7e03161e87c24b2b6059c5081c9eb9c7ec6aff7/ecoskills/jiance-guifan/kb/监测配套法规全文.json';

export const LAWS: Readonly<Record<LawId, Law>> = {
  'advertising-law': {
    name: '广告法',
    version: '2021-04-29 修正',
    source: `${JUST_LAWS}/advertising-law/README.md`,
  },
  'certification-regulation': {
    name: '认证认可条例',
    version: '2023-07-20 修订',
    source: `${LAW_REF_BOOK}/行政法规/认证认可条例(2023-07-20).md`,
  },
  'anti-unfair-competition-law': {
    name: '反不正当竞争法',
    version: '2025-06-27 修订，2025-10-15 施行',
    source: `${JUST_LAWS}/anti-unfair-competition-law/README.md`,
  },
  'e-commerce-law': {
    name: '电子商务法',
    version: '2018-08-31 通过',
    source: `${LAW_REF_BOOK}/民法商法/电子商务法(2018-08-31).md`,
  },
  'internet-advertising-measures': {
    name: '互联网广告管理办法',
    version: '2023-05-01 施行',
    source: 'https://www.moj.gov.cn/pub/sfbgw/flfggz/flfggzbmgz/202306/t20230620_481045.html',
  },
  'inspection-supervision-measures': {
    name: '检验检测机构监督管理办法',
    version: '2025-03-18 总局令第 101 号修订，施行日期请核对',
    source: MONITORING_RULES,
  },
  'inspection-qualification-measures': {
    name: '检验检测机构资质认定管理办法',
    version: '2021-04-02 修改',
    source: MONITORING_RULES,
  },
  'product-quality-law': {
    name: '产品质量法',
    version: '2018-12-29 修正',
    source: `${LAW_REF_BOOK}/经济法/产品质量法(2018-12-29).md`,
  },
};

/** Whether the numbering of the reference applies to conduct of `date` (ISO 8601 day). */
export function appliesOn(reference: LegalReference, date: string): boolean {
  return (
    (reference.from === undefined || reference.from <= date) &&
    (reference.until === undefined || date <= reference.until)
  );
}

/** The references that apply to conduct of `date` (ISO 8601 day), in their given order. */
export function legalBasisOn(references: readonly LegalReference[], date: string): LegalReference[] {
  return references.filter((reference) => appliesOn(reference, date));
}

/** A sealed record from elsewhere may cite a law that this version does not know. */
const knownLaw = (law: string): Law | undefined => (Object.hasOwn(LAWS, law) ? LAWS[law as LawId] : undefined);

/** 《认证认可条例》第六十一条; never shortened. */
export function citation(reference: LegalReference): string {
  return `《${knownLaw(reference.law)?.name ?? reference.law}》${reference.article}`;
}

/** The version that an article is cited from; an article of an earlier numbering names the conduct that it still applies to. */
export function versionOf(reference: LegalReference): string {
  return reference.until
    ? `适用于 ${reference.until} 及以前的行为`
    : (knownLaw(reference.law)?.version ?? '本版本未收录');
}
