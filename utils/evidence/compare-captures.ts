import { diffArrays } from 'diff';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import type { Certificate } from '../certificate/certificate.ts';
import type { Finding } from '../scan/finding.ts';

/** What of the earlier capture is gone, what both hold, and what only the later one holds. */
export interface FindingChanges {
  gone: readonly Finding[];
  /** As the later capture has them. */
  stayed: readonly Finding[];
  added: readonly Finding[];
}

/** One field that is not shown as it was; an absent value was not shown. */
export interface FieldChange {
  field: CertificateField;
  before?: string;
  after?: string;
}

export interface CertificateChange {
  state: 'gone' | 'stayed' | 'added';
  certificate: Certificate;
  /** Fields shown otherwise than before; only of one that stayed. */
  fields: readonly FieldChange[];
}

/** A run of lines that both texts hold, or only one of them. */
export interface TextChange {
  state: 'gone' | 'stayed' | 'added';
  lines: readonly string[];
}

/** Lines that may differ before two texts count as different pages: the work grows with the product of both numbers. */
const MOST_CHANGED_LINES = 3000;

/** The same words under the same rule with the same disposition; twice on a page are two. */
const findingKey = ({ ruleId, disposition, matchedText }: Finding) =>
  `${ruleId}\n${disposition}\n${matchedText.normalize('NFKC').replace(/\s+/g, '')}`;

export function compareFindings(earlier: readonly Finding[], later: readonly Finding[]): FindingChanges {
  const waiting = new Map<string, Finding[]>();
  for (const finding of earlier) {
    const key = findingKey(finding);
    waiting.set(key, [...(waiting.get(key) ?? []), finding]);
  }
  const stayed: Finding[] = [];
  const added: Finding[] = [];
  for (const finding of later) (waiting.get(findingKey(finding))?.shift() ? stayed : added).push(finding);
  return { gone: [...waiting.values()].flat(), stayed, added };
}

/** One certificate is told from another by its number; one without a number by its kind, its product and its issuing body. */
function certificateKey({ kind, fields }: Certificate): string {
  const number = fields.certificateNumber?.value ?? fields.approvalNumber?.value;
  return number
    ? `${kind} ${number}`
    : `${kind}\n${fields.productName?.value ?? ''}\n${fields.issuingBody?.value ?? ''}`;
}

function fieldChanges(before: Certificate, after: Certificate): FieldChange[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)] as CertificateField[]);
  return [...names].flatMap((field) => {
    const [was, is] = [before.fields[field]?.value, after.fields[field]?.value];
    if (was === is) return [];
    return [{ field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

export function compareCertificates(
  earlier: readonly Certificate[],
  later: readonly Certificate[],
): CertificateChange[] {
  const waiting = [...earlier];
  const changes = later.map((certificate): CertificateChange => {
    const at = waiting.findIndex((each) => certificateKey(each) === certificateKey(certificate));
    if (at < 0) return { state: 'added', certificate, fields: [] };
    const [before] = waiting.splice(at, 1);
    return { state: 'stayed', certificate, fields: fieldChanges(before!, certificate) };
  });
  return [...waiting.map((certificate): CertificateChange => ({ state: 'gone', certificate, fields: [] })), ...changes];
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * Which lines of the shown text went and came, in reading order; blank lines and spaces at the ends count for nothing. Null when
 * more than 3,000 lines differ: then it is another page.
 */
export function compareText(earlier: string, later: string): TextChange[] | null {
  const changes = diffArrays(linesOf(earlier), linesOf(later), { maxEditLength: MOST_CHANGED_LINES });
  if (!changes) return null;
  return changes.map(({ added, removed, value }) => ({
    state: added ? 'added' : removed ? 'gone' : 'stayed',
    lines: value,
  }));
}
