import { standingCertificate, standingValue } from '../evidence/standing.ts';
import type { CaseLetter } from './case-letters.ts';
import { addressee, attached, DRAFT_NOTE, facts, foundBlocks, partyRows, text } from './case-paper-parts.ts';
import { BLANK, orBlank } from './paper.ts';
import type { PaperItem } from './paper-item.ts';

/** What the case's certificates name under one field, each once; a blank where none names anything. */
function named(items: readonly PaperItem[], field: 'issuingBody' | 'approvalNumber' | 'certificateNumber') {
  const values = items.flatMap(({ record, addenda = [] }) =>
    record.certificates
      .map((certificate) => standingCertificate(certificate, addenda))
      .filter(({ struckOff }) => !struckOff)
      .map((certificate) => standingValue(certificate, field)),
  );
  return orBlank([...new Set(values.filter((value) => value !== ''))].join('、'));
}

/** A body that gave false or seriously untrue results is reported upward, so that its approval is revoked. */
export const revocationProposal: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  addressee('上级市场监管部门'),
  facts([
    ['机构名称', named(items, 'issuingBody')],
    ['批准号或者资质认定编号', named(items, 'approvalNumber')],
    ['涉及的证书、报告编号', named(items, 'certificateNumber')],
    ['事实', orBlank(about.summary)],
    ['核查情况', BLANK],
    ['依据', '《认证认可条例》（2023-07-20 修订）第六十一条'],
    ['建议', '撤销该机构的批准文件'],
    ['附件', attached(items)],
    ['报送单位', orBlank(office)],
  ]),
  ...foundBlocks(items, about),
];

/** Which article of the measures applies was not read in any source: the officer names it. */
export const dishonestyProposal: CaseLetter = (about, items, office) => [
  text(DRAFT_NOTE),
  facts([
    ...partyRows(about),
    ['违法事实', orBlank(about.summary)],
    ['行政处罚决定书文号', BLANK],
    ['处罚内容', orBlank(about.outcome)],
    ['符合的列入情形和条款', BLANK],
    ['依据', '《市场监督管理严重违法失信名单管理办法》（市场监管总局令第 44 号）'],
    ['附件', attached(items)],
    ['建议单位', orBlank(office)],
  ]),
  ...foundBlocks(items, about),
];
