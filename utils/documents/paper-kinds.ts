/** The papers that are made from evidence items. */
export const PAPER_KINDS = ['extraction-record', 'extraction-sheet', 'transfer-letter'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Titles where the office sets none. The form of 2021 calls the record 电子数据证据提取笔录, the guidance of 2024 电子数据提取笔录. */
export const PAPER_TITLES: Readonly<Record<PaperKind, string>> = {
  'extraction-record': '电子数据提取笔录',
  'extraction-sheet': '证据提取单',
  'transfer-letter': '案件线索移送函',
};
