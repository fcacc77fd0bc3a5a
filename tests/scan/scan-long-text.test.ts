import { describe, expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { scanLongText } from '../../utils/scan/scan-long-text.ts';
import { createScanner } from '../../utils/scan/scanner.ts';

const scanner = createScanner(BUILT_IN_PACKS);
const FILLER = `${'本公司提供产品质量检测咨询。'.repeat(20)}\u2029`;

describe('scanLongText', () => {
  it('finds in a short text what the scanner finds', () => {
    const text = '质检报告当天出证，警惕“直出证书”。';
    expect(scanLongText(scanner, text)).toEqual({ findings: scanner.scanText(text), read: text.length });
  });

  it('finds in every part of a long text, each in its place', () => {
    const text = `质检报告当天出证。\u2029${FILLER.repeat(20)}质检报告当天出证。`;
    const { findings, read } = scanLongText(scanner, text);
    expect(read).toBe(text.length);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['当天出证', '当天出证']);
  });

  it('stops reading a text that is nothing but findings', () => {
    const text = '质检报告当天出证\u2029'.repeat(5_000);
    const { findings, read } = scanLongText(scanner, text);
    expect(findings.length).toBeGreaterThanOrEqual(500);
    expect(read).toBeLessThan(text.length);
  });
});
