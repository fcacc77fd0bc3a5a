import type { RegisterKind } from '../../rules/register-columns.ts';
import type { Certificate, CertificateKind, Problem } from '../certificate/certificate.ts';
import type { RegisterCheck, RegisterStamp } from './register.ts';

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
