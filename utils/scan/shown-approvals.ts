/** Whose permission a number stands for: approval of a certification body, CMA of a testing institution, CNAS accreditation. */
export type ApprovalKind = 'certification-body' | 'cma-institution' | 'cnas';

/** The number of a permission that a page shows. */
export interface ShownApproval {
  kind: ApprovalKind;
  number: string;
  /** The page's own words, the number among them. */
  words: string;
  /** Names under which it stands in the office's lists, none where it does not; absent where the office has no list of the kind. */
  listed?: readonly string[];
}

const DASH = '[-－–—]';
const NUMBERS: readonly { kind: ApprovalKind; pattern: RegExp }[] = [
  {
    kind: 'certification-body',
    pattern: new RegExp(
      String.raw`CNCA\s?${DASH}\s?(RF?)\s?${DASH}\s?((?:19|20)\d{2})\s?${DASH}\s?(\d{2,4})(?!\d)`,
      'gi',
    ),
  },
  { kind: 'certification-body', pattern: /批准(?:书|号)(?:编号|号)?\s?[:：]\s?(?!CNCA)([0-9A-Z][0-9A-Z-]{5,30})/gi },
  { kind: 'cma-institution', pattern: /(?:CMA|资质认定)[^。；\n\d]{0,12}(\d{12})(?!\d)/gi },
  { kind: 'cnas', pattern: /CNAS\s?(L|IB|C|PL)\s?(\d{3,5})(?!\d)/gi },
  { kind: 'cnas', pattern: /认可(?:证书)?(?:编|注册)?号(?:码)?\s?[:：]?\s?(?!CNAS)(L|IB|C)(\d{3,5})(?!\d)/gi },
];
const PREFIX: Readonly<Record<ApprovalKind, string>> = {
  'certification-body': 'CNCA-',
  'cma-institution': '',
  cnas: 'CNAS ',
};

/** Numbers of a page that are told, at most. */
export const MOST_APPROVALS = 10;

/** The permission numbers that a text shows, each once, in the order of their kinds. */
export function shownApprovals(text: string): ShownApproval[] {
  const shown = new Map<string, ShownApproval>();
  for (const { kind, pattern } of NUMBERS)
    for (const [words, ...parts] of text.matchAll(pattern)) {
      if (shown.size >= MOST_APPROVALS) return [...shown.values()];
      const said = parts.join(kind === 'certification-body' ? '-' : '').toUpperCase();
      const number = kind === 'certification-body' && parts.length === 1 ? said : PREFIX[kind] + said;
      if (!shown.has(number)) shown.set(number, { kind, number, words });
    }
  return [...shown.values()];
}

const OBJECT = '认证|检测|检验|质检|体检报告';
/** Words by which a page offers certification or testing. */
const OFFER = new RegExp(
  String.raw`(?:办理|代办|申办|代理|咨询|报价|收费|下单|承接|受理|出具)[^。；\n]{0,10}(?:${OBJECT})|(?:${OBJECT})[^。；\n]{0,10}(?:办理|代办|申办|代理|咨询|报价|价格|收费|下单|热线|承接|受理|服务|出证)`,
);

/** The words by which a page offers certification or testing; undefined where it does not. */
export const offerOf = (text: string): string | undefined => OFFER.exec(text)?.[0];
