import { LAWS } from '../rules/laws.ts';
import { legalBasisOn } from '../rules/legal-basis.ts';
import type { Certificate } from '../utils/certificate/certificate.ts';
import type { PdfFacts } from '../utils/pdf/pdf-facts.ts';
import type { FramedFinding, TabReport } from '../utils/reports/tab-report.ts';
import type { VisitReading } from '../utils/reports/visit-reading.ts';
import { disclosureOf, disclosureSign } from '../utils/scan/licence-disclosure.ts';
import { pageVerdict, type Verdict } from '../utils/scan/page-verdict.ts';
import { reasonSentence, sentence } from './sentence.ts';

/** One line of `npm run scan -- --json`; the contract that tests, CI and users rely on. */
export interface ScanLine {
  url: string;
  title: string;
  scannedAt: string;
  flagged: boolean;
  /** False when any part of the page could not be read; `error` says which. */
  complete: boolean;
  error?: string;
  /** What the page as a whole is, how much its claims weigh, and the signs for both; absent where its text was not read. */
  pageKind?: string;
  weight?: Verdict['strength'];
  pageSigns?: readonly { id: string; words: string }[];
  rulePacks: TabReport['rulePacks'];
  findings: readonly unknown[];
  certificates: readonly unknown[];
  timings: TabReport['timings'];
  evidence?: string;
}

/** What is said of the page as a whole. */
function pageParts(report: TabReport): Pick<ScanLine, 'pageKind' | 'weight' | 'pageSigns'> {
  const { page, signs, findings } = report;
  const disclosure = disclosureOf(report);
  const verdict = signs && pageVerdict(findings, signs);
  const kindSigns = page?.signs.map(wordsOf) ?? [];
  const shown = disclosure ? [disclosureSign(disclosure)] : [];
  const weightSigns = verdict?.signs.map(({ sign, quotes }) => ({ id: sign, words: quotes.join('、') })) ?? [];
  return {
    ...(page ? { pageKind: page.kind } : {}),
    ...(verdict ? { weight: verdict.strength } : {}),
    ...(page || verdict
      ? {
          pageSigns: [...kindSigns, ...shown.map(({ id, words }) => ({ id, words: words.join('、') })), ...weightSigns],
        }
      : {}),
  };
}

const wordsOf = ({ id, words }: { id: string; words: string }) => ({ id, words });

const findingLine = (finding: FramedFinding, day: string) => ({
  ruleId: finding.ruleId,
  category: finding.category,
  level: finding.level,
  phrase: finding.phrase,
  matchedText: finding.matchedText,
  disposition: finding.disposition,
  channel: finding.channel,
  hidden: finding.hidden,
  gone: finding.gone,
  // A person's judgement, where there is one: nobody judges while a command runs.
  ...(finding.dismissed ? { dismissed: true } : {}),
  prefix: finding.prefix,
  suffix: finding.suffix,
  signs: (finding.signs ?? []).map(({ against, ...sign }) => ({ ...wordsOf(sign), ...(against ? { against } : {}) })),
  legalBasis: legalBasisOn(finding.legalBasis, day).map(({ law, article }) => ({ law: LAWS[law].name, article })),
});

const certificateLine = (certificate: Certificate) => ({
  kind: certificate.kind,
  source: certificate.source,
  fields: Object.fromEntries(Object.entries(certificate.fields).map(([field, read]) => [field, read.value])),
  missing: certificate.missing,
  missingReasons: certificate.missingReasons ?? {},
  ...(certificate.corrections ? { corrections: certificate.corrections } : {}),
  ...(certificate.struckOff ? { struckOff: true } : {}),
  mended: Object.entries(certificate.fields).flatMap(([field, read]) => (read.mended ? [field] : [])),
  problems: certificate.problems.map(({ code, detail }) => ({ code, detail })),
  ...(certificate.codes.length > 0 ? { codes: certificate.codes } : {}),
});

/** Pictures left out for what they are, not for want of reading. */
const LEFT_OUT: readonly string[] = ['vector', 'too-small'];

/** What of a PDF was not read, in one sentence; undefined when all was. */
function unreadPages({ failure, lacks, truncated }: PdfFacts, finished: boolean): string | undefined {
  const parts = [
    ...(failure ? [sentence(failure.key, failure.values)] : []),
    ...(finished ? [] : [reasonSentence({ id: 'never-finished' })]),
    ...lacks.map(({ lack, pages }) => sentence(`pdfPage_${lack.replaceAll('-', '_')}`, [String(pages)])),
    ...(truncated ? [sentence('pdfTruncated')] : []),
  ];
  return parts.length > 0 ? parts.join('；') : undefined;
}

/** What of the page was not read, in one sentence; undefined when all was. */
export function unreadParts(report: TabReport, { finished }: Pick<VisitReading, 'finished'>): string | undefined {
  if (report.pdf) return unreadPages(report.pdf, finished);
  const pictures = (report.skippedPictures ?? []).filter(({ reason }) => !LEFT_OUT.includes(reason)).length;
  const parts = [
    ...(finished ? [] : [reasonSentence({ id: 'never-finished' })]),
    ...(report.state === 'done' || report.unread ? [] : [`扫描未完成（${report.state}）`]),
    ...(report.unread ? [`网页内容 ${report.unread} 处未能读取`] : []),
    ...(report.unreadableFrames > 0 ? [`框架 ${report.unreadableFrames} 个无法读取`] : []),
    ...(pictures > 0 ? [`图片 ${pictures} 张未能读取`] : []),
  ];
  return parts.length > 0 ? parts.join('；') : undefined;
}

/**
 * The line of one scanned page.
 * @param address what the caller asked for
 * @param day the day whose numbering of the articles is cited, ISO 8601
 * @param evidence the bundle when the page was captured
 */
export function scanLine(
  address: string,
  { report, reading }: { report: TabReport; reading: Pick<VisitReading, 'finished'> },
  day: string,
  evidence?: string,
): ScanLine {
  const error = unreadParts(report, reading);
  return {
    url: address,
    title: report.title,
    scannedAt: report.scannedAt,
    flagged: report.findings.some((finding) => finding.disposition === 'claim'),
    complete: error === undefined,
    ...(error === undefined ? {} : { error }),
    ...pageParts(report),
    rulePacks: report.rulePacks,
    findings: report.findings.map((finding) => findingLine(finding, day)),
    certificates: report.certificates.map(certificateLine),
    timings: report.timings,
    ...(evidence === undefined ? {} : { evidence }),
  };
}
