import { FURTHER_FIELDS } from '../../rules/further-fields.ts';
import type { CertificateKind } from '../../rules/papers/certificate-terms.ts';
import type { Certificate, FurtherState } from './certificate.ts';

/** The mark of a laboratory's qualification, as text or as its own number names it; 「MA」 alone is too short to trust. */
const CMA_MARK = /(?<![A-Za-z])CMA(?![A-Za-z])|资质认定(?:标志|证书|编号)/;

/**
 * What a rule wants beyond the notice's six, each with whether it was read. None of it counts as missing: the notice does
 * not ask sellers for it, and a page shows a part of the paper.
 * @param text the words read with the certificate
 */
export function furtherStates(kind: CertificateKind, fields: Certificate['fields'], text: string): FurtherState[] {
  return FURTHER_FIELDS.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ items }) =>
    items.map((item) => ({ item, shown: item === 'cmaMark' ? CMA_MARK.test(text) : fields[item] !== undefined })),
  );
}

/** The rule that wants an item of a kind; undefined for a record of another version. */
export const sourceOfFurther = (kind: CertificateKind, item: FurtherState['item']): string | undefined =>
  FURTHER_FIELDS.find(({ kinds, items }) => kinds.includes(kind) && items.includes(item))?.source;
