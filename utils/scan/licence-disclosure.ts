import type { Certificate } from '../certificate/certificate.ts';
import type { PageSigns } from './page-signs.ts';
import type { PageTelling } from './page-telling.ts';
import { MOST_APPROVALS, type ShownApproval } from './shown-approvals.ts';

/** What a page that sells certification or testing shows of the permission for it. */
export interface Disclosure {
  /** None are shown: 未见许可公示. */
  missing: boolean;
  approvals: readonly ShownApproval[];
}

const ofCertificate = ({
  kind,
  fields,
  struckOff,
}: Pick<Certificate, 'kind' | 'fields' | 'struckOff'>): ShownApproval[] => {
  if (struckOff) return [];
  const own = kind === 'cma' || kind === 'cnas' ? fields.certificateNumber : undefined;
  return [
    ...(fields.approvalNumber
      ? [{ kind: 'certification-body' as const, number: fields.approvalNumber.value, words: fields.approvalNumber.raw }]
      : []),
    ...(own
      ? [{ kind: kind === 'cma' ? ('cma-institution' as const) : ('cnas' as const), number: own.value, words: own.raw }]
      : []),
  ];
};

/**
 * What a page shows of the permission that whoever certifies or tests must have and show (notice, part 四（二）). Null for pages that
 * do not sell either, and where the text was not read.
 * @param certificates read on the page, from its text or its pictures: their numbers are shown as well
 */
export function disclosureOf({
  page,
  signs,
  certificates,
}: {
  page?: Pick<PageTelling, 'kind'> | undefined;
  signs?: PageSigns | undefined;
  certificates: readonly Pick<Certificate, 'kind' | 'fields' | 'struckOff'>[];
}): Disclosure | null {
  if (page?.kind !== 'certification-seller' || signs?.offer === undefined) return null;
  const known = signs.approvals ?? [];
  const others = certificates
    .flatMap(ofCertificate)
    .filter(({ number }) => !known.some((one) => one.number === number));
  const approvals = [...known, ...others].slice(0, MOST_APPROVALS);
  return { missing: approvals.length === 0, approvals };
}

/** A shown number with what the office's lists say of it, in words for record and command. */
const told = ({ number, listed }: ShownApproval) =>
  listed === undefined ? number : `${number}（${listed.length > 0 ? `名录：${listed.join('、')}` : '名录未收录'}）`;

/** The disclosure as a sign of the page. */
export const disclosureSign = ({ missing, approvals }: Disclosure): { id: string; name: string; words: string[] } =>
  missing
    ? { id: 'no-approval', name: '未见许可公示', words: [] }
    : { id: 'approval-shown', name: '公示的许可编号', words: approvals.map(told) };
