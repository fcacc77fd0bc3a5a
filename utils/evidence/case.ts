import type { CaseEvent } from '../../rules/case-deadlines.ts';
import type { PartyReading } from '../party/party-fact.ts';
import { isPracticeCase } from './practice.ts';
import type { Officer } from './record.ts';

/** Where a lead came from (案件来源). */
export const CASE_SOURCES = ['patrol', 'platform', 'ad-monitoring', 'complaint', 'transferred-in', 'assigned'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

/** Where a case stands, in the order in which an office takes these steps; a case without one is a lead. */
export const CASE_STAGES = [
  'lead',
  'checking',
  'filed',
  'not-filed',
  'transferred',
  'correcting',
  'rechecking',
  'closed',
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** Stages in which nothing is due any more. */
export const isSettled = ({ stage }: Pick<Case, 'stage'>): boolean => stage === 'not-filed' || stage === 'closed';

/** Cases that a new capture can be filed under. */
export const openCases = <Kept extends Pick<Case, 'id' | 'stage'>>(cases: readonly Kept[]): Kept[] =>
  cases.filter((each) => !isSettled(each) && !isPracticeCase(each));

/** The four traits of an advertisement (《〈中华人民共和国广告法〉适用问题执法指南（一）》三至七). */
export const AD_TRAITS = ['marketing', 'media', 'public', 'voluntary'] as const;
export type AdTrait = (typeof AD_TRAITS)[number];

/** What an officer found of one trait; until then it is open. Lacking one closes no lead: other laws may apply (指南（一）八). */
export interface TraitFinding {
  result: 'open' | 'present' | 'lacking';
  facts: string;
}

/** What happened in a case, as its time line shows it. */
export interface CaseEntry {
  /** UTC, ISO 8601. */
  at: string;
  person: string;
  kind: 'stage' | 'note';
  /** The stage entered, or the words of the note. */
  text: string;
}

export const LAW_CHOICES = ['both', 'before', 'after'] as const;

/** Which version is cited where the law changed while the conduct lasted; an officer chooses (行政处罚法 第三十七条). */
export type LawChoice = (typeof LAW_CHOICES)[number];

/** A row of another system's list that a case came from; the office's results go back in the same row. */
export interface LeadRow {
  /** SHA-256 of the list's file, hex, and its name. */
  list: string;
  fileName: string;
  format: 'xlsx' | 'csv';
  /** UTC, ISO 8601. */
  importedAt: string;
  /** As a table program counts, the first row of the file being 1. */
  row: number;
  /** The list's own number for it; may be empty. */
  number: string;
  /** The heads of the list and the cells of the row, as they came. */
  heads: readonly string[];
  cells: readonly string[];
}

/** A folder of evidence items on one party (当事人), with its deadline and transfer record. */
export interface Case {
  id: string;
  /** 线索编号 as the office numbers it; may be empty. */
  number: string;
  name: string;
  source: CaseSource;
  /** Local date on which the lead was found or received, ISO 8601. The 15 working days run from it. */
  foundOn: string;
  party: {
    name: string;
    creditCode: string;
    /** 住所地 */
    registeredAddress: string;
    /** 实际经营地 */
    businessAddress: string;
    contact: string;
    /** 网站备案号 */
    icpNumber: string;
  };
  /** What pages said of the party when the case was made of them; the fields above are what the officer goes by. */
  readings?: readonly PartyReading[];
  /** Rows of other systems' lists, oldest first. */
  leads?: readonly LeadRow[];
  /** Platform and shop or account on it; empty for the party's own site. */
  platform: string;
  shop: string;
  /** 涉嫌违法行为摘要, written by the officer. */
  summary: string;
  registrar: Officer;
  /** Day on which the fifteen further working days were approved, ISO 8601; absent or empty: not extended. */
  extendedOn?: string;
  /** Days that do not count (检测、鉴定、辨认): ISO 8601 dates or ranges `from..until`. */
  pauses?: readonly string[];
  stage?: CaseStage;
  handler?: Officer;
  companion?: Officer;
  /** Local dates of events from which periods run (ISO 8601); `found` is {@link Case.foundOn}. */
  events?: Partial<Record<CaseEvent, string>>;
  /** Periods that the officer marked as done, and those for which an extension was approved. */
  donePeriods?: readonly string[];
  extendedPeriods?: readonly string[];
  /** Set by the officer: the law gives correction and its re-check no period. */
  correctBy?: string;
  recheckOn?: string;
  traits?: Partial<Record<AdTrait, TraitFinding>>;
  /** Local date on which the conduct began as far as is known, ISO 8601; absent or empty: the day of each capture is its day. */
  conductFrom?: string;
  /** What is cited where the law changed since then. */
  lawChoice?: LawChoice;
  /** Oldest first. */
  entries?: readonly CaseEntry[];
  transfer?: { to: string; on: string; letterNumber: string; receivedBy: string };
  /** 办理结果反馈 */
  outcome: string;
  /** UTC, ISO 8601. */
  createdAt: string;
}

/** Some of what a case holds; what is absent stays as it is. */
export type CaseChange = Partial<Omit<Case, 'id' | 'party'>> & { party?: Partial<Case['party']> };

/**
 * A case of which nothing is known yet but who opened it, and when.
 * @param start `today` is the local date on which the lead was found, ISO 8601; `now` UTC, ISO 8601
 */
export const newCase = (start: { id: string; registrar: Officer; today: string; now: string }): Case => ({
  id: start.id,
  number: '',
  name: '',
  source: 'patrol',
  foundOn: start.today,
  party: { name: '', creditCode: '', registeredAddress: '', businessAddress: '', contact: '', icpNumber: '' },
  platform: '',
  shop: '',
  summary: '',
  registrar: start.registrar,
  outcome: '',
  createdAt: start.now,
});
