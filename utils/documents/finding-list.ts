import { FIELD_WORDS } from '../../rules/papers/certificate-terms.ts';
import { KIND_WORDS, PROBLEM_WORDS, wordFor } from '../bundle/report-words.ts';
import { isAnswered } from '../certificate/answered-doubts.ts';
import type { Certificate, Problem } from '../certificate/certificate.ts';
import { type Addendum, isOfCertificate, outcomeInWords } from '../evidence/addendum.ts';
import type { Case } from '../evidence/case.ts';
import { type ConductLaw, lawOfConduct } from '../evidence/conduct-law.ts';
import { localDate } from '../evidence/deadline.ts';
import { standingCertificate, standingOf, standingValue } from '../evidence/standing.ts';
import { BLANK, type Block, type Words } from './paper.ts';
import type { PaperItem } from './paper-item.ts';

/** Claims that no person struck off, with their words as they stand on the page and the versions of the law. */
export function findingList(items: readonly PaperItem[], about?: Case): Block {
  const rows = items.flatMap(({ id, record, dismissed }) =>
    record.findings
      .filter((finding) => finding.disposition === 'claim' && !dismissed.includes(finding.id))
      .map((finding): Words[] => [
        id,
        `${finding.prefix}【${finding.matchedText}】${finding.suffix}`,
        finding.ruleName,
        lawWords(lawOfConduct(record, finding, about)) || BLANK,
      ]),
  );
  if (!rows.length) return { kind: 'text', text: '无。' };
  return { kind: 'list', head: ['证据编号', '原文', '规则', '依据'], widths: [16, 36, 16, 32], rows };
}

/** One article a line, with its version. */
function lawWords({ articles, undecided }: ConductLaw): string {
  const lines = articles.map(({ law, article, version }) => `${law}${article}（${version}）`);
  const note = undecided ? ['行为跨越修订，新旧规定并列，依《行政处罚法》第三十七条选择适用'] : [];
  return [...lines, ...note].join('\n');
}

/** What persons had found at the official portals when the paper was made, of one certificate. */
const lookUpsInWords = (addenda: readonly Addendum[], timeZone: string): string =>
  addenda
    .flatMap((addendum) => (addendum.kind === 'look-up' ? [addendum] : []))
    .map(({ at, person, portal, outcome, note }) => {
      const found = `${localDate(at, timeZone)} ${person} 在${portal.name}查询：${outcomeInWords(outcome)}`;
      return note ? `${found}，${note}` : found;
    })
    .join('\n') || '没有官方查询记录';

/** A field that a person corrected: the reading stays beside it. */
const correctionsInWords = ({ corrections = {}, fields }: Certificate): string[] =>
  Object.entries(corrections).map(([field, value]) => {
    const read = fields[field as keyof typeof fields]?.value;
    return `人工更正：${wordFor(FIELD_WORDS, field as keyof typeof FIELD_WORDS)}为“${value || '空'}”，软件读数${read ? `为“${read}”` : '为空'}`;
  });

/** A problem; one whose value a person put right or compared since is no open doubt any more, and stays to be read. */
const problemInWords = (problem: Problem, certificate: Certificate): string =>
  `${isAnswered(problem, certificate) ? '存疑，已由人工更正或比对' : '存疑'}：${wordFor(PROBLEM_WORDS, problem.code)}，${problem.detail}`;

/** Certificates and reports as they stand, with what they lack and what is doubtful, and what recorded look-ups gave. */
export function certificateList(items: readonly PaperItem[]): Block {
  const rows = items.flatMap(({ id, record, addenda = [] }) =>
    record.certificates.flatMap((read, index): Words[][] => {
      const own = addenda.filter((addendum) => isOfCertificate(addendum, index + 1));
      const standing = standingCertificate(read, own);
      if (standing.struckOff) return [];
      const { kind, missing, problems } = standing;
      return [
        [
          id,
          wordFor(KIND_WORDS, kind),
          standingValue(standing, 'certificateNumber') || '未显示',
          [
            ...missing.map((field) => `缺失：${wordFor(FIELD_WORDS, field)}`),
            ...problems.map((problem) => problemInWords(problem, standing)),
            ...correctionsInWords(standing),
          ].join('\n') || '无缺失和存疑',
          lookUpsInWords(own, record.timeZone),
        ],
      ];
    }),
  );
  if (!rows.length) return { kind: 'text', text: '无。' };
  const head = ['证据编号', '类别', '编号', '缺失、存疑和更正', '核查结果'];
  return { kind: 'list', head, widths: [16, 16, 18, 26, 24], rows };
}

/** What persons put aside, so that nobody takes the lists for all that was marked. */
export function putAside(items: readonly PaperItem[]): Block[] {
  const dismissed = items.reduce((sum, item) => sum + item.dismissed.length, 0);
  const struckOff = items.reduce((sum, { record, addenda = [] }) => {
    return sum + standingOf(record.certificates, addenda).filter((each) => each.struckOff).length;
  }, 0);
  const parts = [
    ...(dismissed ? [`疑似表述 ${dismissed} 处由执法人员标为误报`] : []),
    ...(struckOff ? [`证书 ${struckOff} 份由执法人员认定为误读`] : []),
  ];
  return parts.length ? [{ kind: 'text', text: `${parts.join('，')}，未列入上表；封存的记录中仍有原读数。` }] : [];
}
