import { FIELD_WORDS } from '../rules/papers/certificate-terms.ts';
import { WRITTEN_PACKS } from '../rules/written-packs.ts';
import { DISPOSITION_WORDS, KIND_WORDS, LEVEL_WORDS } from '../utils/bundle/report-words.ts';
import type { Certificate } from '../utils/certificate/certificate.ts';
import type { FramedFinding } from '../utils/reports/tab-report.ts';
import type { ScanLine } from './scan-line.ts';

const nameOf = new Map(WRITTEN_PACKS.flatMap(({ rules }) => rules.map(({ id, name }) => [id, name])));

/** What `npm run scan` prints for a person when `--json` is not asked for. */
export function scanText(line: ScanLine): string {
  const findings = line.findings as readonly FramedFinding[];
  const certificates = line.certificates as readonly Pick<Certificate, 'kind' | 'missing' | 'problems'>[];
  const claims = findings.filter((finding) => finding.disposition === 'claim').length;
  return [
    line.url,
    `  ${line.title}`,
    `  ${line.flagged ? `疑似 ${claims} 处` : '未发现疑似表述'}，引用或否定 ${findings.length - claims} 处，证书与报告 ${certificates.length} 份`,
    ...(line.error ? [`  未能读完：${line.error}`] : []),
    ...findings.map(
      (finding) =>
        `  ${DISPOSITION_WORDS[finding.disposition]} ${LEVEL_WORDS[finding.level]}  ${finding.matchedText}  ${nameOf.get(finding.ruleId) ?? finding.ruleId}`,
    ),
    ...certificates.map(
      (certificate) =>
        `  证书 ${KIND_WORDS[certificate.kind]}  缺失：${certificate.missing.map((field) => FIELD_WORDS[field]).join('、') || '无'}  存疑：${certificate.problems.map(({ detail }) => detail).join('；') || '无'}`,
    ),
    ...(line.evidence ? [`  证据包 ${line.evidence}`] : []),
    '',
  ].join('\n');
}
