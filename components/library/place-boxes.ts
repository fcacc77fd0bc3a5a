import type { Certificate } from '../../utils/certificate/certificate.ts';
import { asPictured } from '../../utils/evidence/finding-places.ts';
import type { Artefact } from '../../utils/evidence/record.ts';
import type { Finding } from '../../utils/scan/finding.ts';

/** A rectangle, CSS px of the page. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How a box is drawn: solid, dashed or dotted as the levels are. */
export type BoxStyle = 'strong' | 'weak' | 'cited';

/** A finding as it is numbered in list and picture. */
export interface NumberedFinding {
  number: number;
  style: BoxStyle;
  finding: Finding;
}

/** A finding's box over a picture, px of the page measured from the picture's corner. */
export interface PlacedBox extends NumberedFinding {
  box: Box;
  /** Of several lines the first one bears the number. */
  first: boolean;
}

const RANK: Record<BoxStyle, number> = { strong: 0, weak: 1, cited: 2 };

/** The mark a finding carries: its level for a claim, the grey one otherwise. */
export function boxStyle(finding: Finding): BoxStyle {
  return finding.disposition === 'claim' ? finding.level : 'cited';
}

/**
 * Findings numbered from 1: by level, then by place on the page; without the cited ones when these are not wanted.
 * @param dismissed ids of those that were marked as false positives: they keep their number and are grey
 */
export function numberFindings(
  findings: readonly Finding[],
  withCited = true,
  dismissed: readonly string[] = [],
): NumberedFinding[] {
  return findings
    .map((finding) => ({ finding, style: boxStyle(finding) }))
    .filter(({ style }) => withCited || style !== 'cited')
    .sort((a, b) => RANK[a.style] - RANK[b.style] || a.finding.position - b.finding.position)
    .map(({ finding, style }, index) => ({
      finding,
      style: dismissed.includes(finding.id) ? 'cited' : style,
      number: index + 1,
    }));
}

/** The part of the page that a picture shows; without a region it is taken to begin at the page's corner. */
export type PictureRegion = NonNullable<Artefact['region']>;

function overlap(rect: Box, region: Box): Box | null {
  const left = Math.max(rect.x, region.x);
  const top = Math.max(rect.y, region.y);
  const right = Math.min(rect.x + rect.width, region.x + region.width);
  const bottom = Math.min(rect.y + rect.height, region.y + region.height);
  if (right <= left || bottom <= top) return null;
  return { x: left - region.x, y: top - region.y, width: right - left, height: bottom - top };
}

/** Certificates that have a place on a picture, cut at its edges. */
export function placeCertificates(
  certificates: readonly Certificate[],
  region: Box,
): { id: string; certificate: Certificate; box: Box }[] {
  return certificates.flatMap((certificate) => {
    const box = certificate.rect ? overlap(certificate.rect, region) : null;
    return box ? [{ id: certificate.id, certificate, box }] : [];
  });
}

/** The boxes that fall into a picture, one a line, cut at its edges. Findings without a place in it have none. */
export function placeBoxes(
  findings: readonly NumberedFinding[],
  region: Box,
  picture: Pick<Artefact, 'places'> = {},
): PlacedBox[] {
  return findings.flatMap((each) => {
    const lines = asPictured(each.finding, picture).flatMap(({ rect }) => (rect ? (overlap(rect, region) ?? []) : []));
    return lines.map((box, index) => ({ ...each, box, first: index === 0 }));
  });
}
