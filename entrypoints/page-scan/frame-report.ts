import type { Certificate } from '../../utils/certificate/certificate.ts';
import * as dom from '../../utils/page/dom.ts';
import { listedFindings } from '../../utils/page/listed-findings.ts';
import type { Box } from '../../utils/page/range-boxes.ts';
import { MOST_CERTIFICATES } from '../../utils/reports/report-limits.ts';
import type { FrameReport } from '../../utils/reports/tab-report.ts';
import type { Finding } from '../../utils/scan/finding.ts';

/** What a session knows of its document; places are boxes of the viewport. */
export interface KnownOfFrame
  extends Pick<FrameReport, 'documentKey' | 'state' | 'pictures' | 'timings' | 'rulePacks'> {
  document: Document;
  findings: readonly Finding[];
  placeOf: (finding: Finding) => Box | null;
  certificates: readonly Certificate[];
  placeOfCertificate: (certificate: Certificate) => Box | null;
  /** Parts that could not be read. */
  unread: number;
  scannedAt: Date;
  /** Undefined until it is scanned. */
  page: FrameReport['page'];
}

/** The report of one frame: claims first where not everything fits, each with its box in CSS px of the document. */
export function frameReport(known: KnownOfFrame): FrameReport {
  const {
    document,
    documentKey,
    state,
    findings,
    certificates,
    unread,
    pictures,
    timings,
    scannedAt,
    rulePacks,
    page,
  } = known;
  const { scrollX, scrollY } = dom.defaultView(document)!;
  const placed = <Thing>(thing: Thing, box: Box | null): Thing =>
    box ? { ...thing, rect: { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height } } : thing;
  const listed = listedFindings(findings);
  return {
    ...{ state, documentKey, pictures, timings, rulePacks },
    url: dom.addressOf(document),
    title: dom.title(document),
    findings: listed.map((finding) => placed(finding, finding.gone ? null : known.placeOf(finding))),
    ...(unread > 0 ? { unread } : {}),
    omitted: findings.length - listed.length,
    certificates: certificates
      .slice(0, MOST_CERTIFICATES)
      .map((certificate) => placed(certificate, known.placeOfCertificate(certificate))),
    scannedAt: scannedAt.toISOString(),
    ...(page ? { page } : {}),
  };
}
