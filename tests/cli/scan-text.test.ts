import { expect, it } from 'vitest';
import type { ScanLine } from '../../cli/scan-line.ts';
import { scanText } from '../../cli/scan-text.ts';

it('prints a page for a person: names and words, no ids', () => {
  const line = {
    url: 'http://127.0.0.1/a.html',
    title: '示例',
    scannedAt: '2026-11-23T00:00:00Z',
    flagged: true,
    complete: true,
    rulePacks: [],
    findings: [
      {
        ruleId: 'fake-certification/same-day-issue',
        level: 'strong',
        matchedText: '当天出证',
        disposition: 'claim',
      },
    ],
    certificates: [{ kind: 'ccc', missing: ['issueDate'], problems: [] }],
    timings: { textMs: 1, matchMs: 1, contextMs: 1, paintMs: 1, characters: 4 },
  } satisfies ScanLine;
  const text = scanText(line);
  expect(text).toContain('强制性产品认证证书  缺失：颁发日期');
  expect(text).toMatch(/宣称 重点 {2}当天出证 {2}\S*当天/);
  expect(text).not.toMatch(/fake-certification|issueDate|ccc/);
});
