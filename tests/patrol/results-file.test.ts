import { expect, it } from 'vitest';
import { outcomeLine } from '../../utils/patrol/outcome.ts';
import type { PatrolEntry } from '../../utils/patrol/patrol.ts';
import { parseResultLines, resultLines } from '../../utils/patrol/results-file.ts';

const visitedAt = '2026-11-30T01:00:00.000Z';

it('reads what the commands print, reasons included, and counts what is no result', () => {
  const printed = [
    outcomeLine(
      { url: 'http://a/', state: 'done', flagged: true, claims: 2, phrases: ['当天出证'], visitedAt },
      () => '',
    ),
    outcomeLine(
      { url: 'http://b/', state: 'failed', flagged: false, reason: { id: 'http-status', value: '404' }, visitedAt },
      () => '没有这个页面',
    ),
    outcomeLine(
      { url: 'http://c/', state: 'needs-officer', flagged: false, reason: { id: 'captcha' }, visitedAt },
      () => '验证码',
    ),
    '{"url":"http://d/"}',
    'garbage',
    '',
  ].join('\n');
  const { outcomes, faults } = parseResultLines(printed);
  expect(faults).toBe(2);
  expect(outcomes).toEqual([
    { url: 'http://a/', state: 'done', flagged: true, claims: 2, phrases: ['当天出证'], visitedAt },
    { url: 'http://b/', state: 'failed', flagged: false, reason: { id: 'http-status', value: '404' }, visitedAt },
    { url: 'http://c/', state: 'needs-officer', flagged: false, reason: { id: 'captcha' }, visitedAt },
  ]);
});

it('writes what a patrol found so that it reads the same, without probes and what waits', () => {
  const entry = (more: Partial<PatrolEntry>): PatrolEntry => ({
    patrolId: 'p',
    number: 1,
    key: 'k',
    url: 'http://a/',
    address: 'http://a/',
    host: 'a',
    state: 'done',
    attempts: 1,
    ...more,
  });
  const outcome = {
    url: 'http://a/',
    state: 'failed' as const,
    flagged: false,
    reason: { id: 'no-answer' as const },
    visitedAt,
  };
  const text = resultLines([entry({ outcome }), entry({ state: 'waiting' }), entry({ outcome, expected: true })]);
  expect(parseResultLines(text)).toEqual({ outcomes: [outcome], faults: 0 });
});
