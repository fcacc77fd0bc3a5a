/** Papers that are made from the facts of a case, with or without evidence: elements to be put into the office's own form. */
export const CASE_PAPER_KINDS = [
  'assist-office',
  'assist-platform',
  'correction-order',
  'crime-transfer',
  'cleanliness-report',
  'complaint-entry',
  'complaint-forwarding',
  'revocation-proposal',
  'dishonesty-proposal',
] as const;
export type CasePaperKind = (typeof CASE_PAPER_KINDS)[number];

export const CASE_PAPER_TITLES: Readonly<Record<CasePaperKind, string>> = {
  'assist-office': '协助调查函',
  'assist-platform': '网络交易执法协查函',
  'correction-order': '责令改正通知书',
  'crime-transfer': '涉嫌犯罪案件移送书',
  'cleanliness-report': '清洁性检查报告',
  'complaint-entry': '举报登记表',
  'complaint-forwarding': '分送通知书',
  'revocation-proposal': '撤销机构批准建议',
  'dishonesty-proposal': '列入严重违法失信名单建议',
};
