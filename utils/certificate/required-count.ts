import type { Certificate } from './certificate.ts';

/** How much of what the notice wants on a kind of paper (必备信息) a certificate shows: one rule for panel, list, item and paper. */
export interface RequiredCount {
  shown: number;
  of: number;
}

/** A required field counts when it is shown or a person filled it in; whether its value is doubted is another question. */
export const requiredCount = ({ applicable, missing }: Pick<Certificate, 'applicable' | 'missing'>): RequiredCount => ({
  shown: applicable.length - missing.length,
  of: applicable.length,
});
