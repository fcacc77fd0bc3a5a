import type { CertificateKind } from '../../rules/papers/certificate-terms.ts';
import type { RegisterKind } from '../../rules/register-columns.ts';
import type { Certificate, Problem } from '../certificate/certificate.ts';
import type { RegisterCheck, RegisterStamp, StandingFault } from './register.ts';
import { faultWords, quoted } from './standing-faults.ts';

/** The body on a certificate that has to stand in one of the office's lists. */
export interface RegisterQuestion {
  kind: RegisterKind;
  field: RegisterCheck['field'];
  name: string;
  approvalNumber?: string;
}

/** Which body of a kind of certificate is approved, and in which list: of a CMA certificate it is the holder, the issuer is an authority. */
const ASKED: Partial<Record<CertificateKind, Pick<RegisterQuestion, 'kind' | 'field'>>> = {
  ccc: { kind: 'certification-body', field: 'issuingBody' },
  'management-system': { kind: 'certification-body', field: 'issuingBody' },
  organic: { kind: 'certification-body', field: 'issuingBody' },
  'voluntary-product': { kind: 'certification-body', field: 'issuingBody' },
  service: { kind: 'certification-body', field: 'issuingBody' },
  'inspection-report': { kind: 'cma-institution', field: 'issuingBody' },
  cma: { kind: 'cma-institution', field: 'holder' },
};

const CHINESE = /\p{Script=Han}{2}/u;

/** Authorities approve and are in no list of the approved. */
const AUTHORITY = /(?:管理局|监督局|监管局|管理总局|总局|厅|委员会|认监委|认可委|人民政府)$/;

/** What has to be looked for; null when the kind has no list, an authority is named, or no Chinese name is shown: the lists are in Chinese. */
export function registerQuestion(certificate: Certificate): RegisterQuestion | null {
  const asked = ASKED[certificate.kind];
  if (!asked) return null;
  const shown = (field: 'issuingBody' | 'holder' | 'approvalNumber') =>
    certificate.corrections?.[field] ?? certificate.fields[field]?.value;
  const name = shown(asked.field);
  if (!name || !CHINESE.test(name) || AUTHORITY.test(name.trim())) return null;
  const approvalNumber = asked.kind === 'certification-body' ? shown('approvalNumber') : undefined;
  return { ...asked, name, ...(approvalNumber ? { approvalNumber } : {}) };
}

/** 《认证机构批准名录》（2026-11-01） */
export const listWords = ({ name, date }: Pick<RegisterStamp, 'name' | 'date'>): string => `《${name}》（${date}）`;

/** The day that an approval has to be valid on: that of the certificate's issue, or today where none is shown or the approval itself is. */
export function standingDay(certificate: Certificate, today: string): string {
  const issued = certificate.corrections?.issueDate ?? certificate.fields.issueDate?.value ?? '';
  return certificate.kind !== 'cma' && /^\d{4}-\d{2}-\d{2}$/.test(issued) && issued < today ? issued : today;
}

const LABELS = { issuingBody: 'problem_issuingBody', holder: 'problem_holder' } as const;

/** The problem of a body that stands in none of the lists searched. */
export function notInRegister(check: RegisterCheck, approvalOwner?: string): Problem {
  const searched = check.lists.map((list) => `${listWords(list)}，${list.rows} 行，文件 SHA-256 ${list.sha256}`);
  const pair = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  const near = check.names.length > 0 ? `；相近名称：${check.names.join('、')}` : '';
  const owner = approvalOwner ? `；所示批准号在名录中属于“${approvalOwner}”` : '';
  return {
    code: 'not-in-register',
    detail: `名录中未见“${check.name}”，需人工核对。所查名录：${searched.join('；')}${owner}${near}`,
    compared: [
      { label: LABELS[check.field], value: check.name },
      { label: 'problem_register', value: check.lists.map(listWords).join('、') },
      ...pair('problem_approvalOwner', approvalOwner),
      ...pair('problem_nearNames', check.names.join('、')),
    ],
    weight: 'check',
  };
}

const FAULT_LABELS = {
  status: 'problem_registerStatus',
  validUntil: 'problem_registerValidUntil',
  scope: 'problem_registerScope',
} as const;

/** The problem of a body that stands in the lists, but whose approval was revoked, has run out, or does not cover the certificate. */
export function doubtfulStanding(check: RegisterCheck, faults: readonly StandingFault[]): Problem {
  const searched = check.lists.map(listWords).join('、');
  return {
    code: 'register-standing',
    detail: `${searched}中“${check.name}”的${faultWords(faults)}，需人工核对`,
    compared: [
      { label: LABELS[check.field], value: check.name },
      { label: 'problem_register', value: searched },
      ...faults.flatMap(({ aspect, listed, against }) => [
        { label: FAULT_LABELS[aspect], value: quoted(listed) },
        ...(against
          ? [{ label: aspect === 'scope' ? 'problem_kindNeeded' : 'problem_dayNeeded', value: against }]
          : []),
      ]),
    ],
    weight: 'check',
  };
}
