import { anyOf, grouped, inRow } from '../utils/base/pattern-parts.ts';
/** What names of bodies end with, Chinese and English. */
export const ORGANISATION_ENDINGS =
  '公司|中心|研究院|研究所|检测院|检验院|计量院|科学院|设计院|学院|大学|委员会|管理局|监督局|总局|监管局|管理总局|监督管理厅|厅|协会|学会|联盟|联合会|商会|集团|质检院|质检所|检验所|检测所|检测站|检验站|监测站|总站|试验站|船级社|实验室|实验中心|事务所|基金会|认监委|认可委|机构|质检站|检疫局|办公室|院|所|局|站|社|部';

/** English names of bodies, by a word they hold. */
export const ORGANISATION_WORDS = anyOf(
  'i',
  inRow(
    /\b/,
    grouped(
      /co\.|ltd|limited|inc|corp|corporation|gmbh|ag|llc|plc|s\.?p\.?a|s\.?a|s\.?r\.?l|b\.?v|a\/s|as|oy/,
      /kg|pty|pvt|cent(?:er|re)|institute|laborator(?:y|ies)|labs?|services?|group|certification/,
      /certifications|quality|inspection|testing|assurance|society|association|bureau|authority|agency/,
      /committee|administration|register|international|veritas|holdings?|tüv|tuv|sgs|bsi|dnv|intertek/,
      /ul|dekra|cqc|cnas|nqa|lrqa|rina|kiwa|csa|vde|nemko|eurofins|board|council|office|commission/,
      /university|academy|cert/,
    ),
    /\b/,
  ),
);
