import type { Officer } from './record.ts';

/** Where a lead came from (案件来源). */
export const CASE_SOURCES = ['patrol', 'platform', 'ad-monitoring', 'complaint', 'transferred-in', 'assigned'] as const;
export type CaseSource = (typeof CASE_SOURCES)[number];

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
  transfer?: { to: string; on: string; letterNumber: string; receivedBy: string };
  /** 办理结果反馈 */
  outcome: string;
  /** UTC, ISO 8601. */
  createdAt: string;
}

/** Some of what a case holds; what is absent stays as it is. */
export type CaseChange = Partial<Omit<Case, 'id' | 'party'>> & { party?: Partial<Case['party']> };
