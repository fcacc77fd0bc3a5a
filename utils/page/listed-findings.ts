import { MOST_FINDINGS } from '../reports/report-limits.ts';
import type { Finding } from '../scan/finding.ts';

/** The findings of a frame that are told of: claims first where there are more than a report holds. */
export function listedFindings(all: readonly Finding[]): readonly Finding[] {
  if (all.length <= MOST_FINDINGS) return all;
  const isClaim = ({ disposition }: Finding) => disposition === 'claim';
  return [...all.filter(isClaim), ...all.filter((finding) => !isClaim(finding))].slice(0, MOST_FINDINGS);
}
