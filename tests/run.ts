import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from '../cli/browser.ts';

/**
 * `npm test`: project files, types, lint, both builds, unit tests, then end-to-end tests in real browsers. Every step runs even when an
 * earlier one failed; the last line is `Tests: N passed, N failed`, where a step without tests of its own counts as one.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'zhengjian-tests-'));
const count = { passed: 0, failed: 0, skipped: 0 };

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** No step takes longer on two cores; one that does hangs, is ended and counts as failed. Milliseconds. */
const PATIENCE_MS = 45 * 60_000;

function run(name: string, command: string, args: readonly string[]): boolean {
  process.stdout.write(`\n== ${name}\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout: PATIENCE_MS });
  return done.status === 0;
}

/** A step that is one yes or no. */
function check(name: string, command: string, args: readonly string[]): void {
  if (run(name, command, args)) count.passed += 1;
  else count.failed += 1;
}

/** A Vitest run, counted by its own report; a run that dies without one counts as one failure. */
function suite(name: string, config: string): void {
  const report = join(results, `${name}.json`);
  const succeeded = run(`${name} tests`, bin('vitest'), [
    'run',
    '--config',
    config,
    '--root',
    '.',
    '--reporter=default',
    '--reporter=json',
    '--reporter=./tests/retried-reporter.ts',
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    count.passed += numPassedTests;
    count.failed += numFailedTests;
    count.skipped += numPendingTests;
    // A file that fails to load has no failed test of its own.
    count.failed += testResults.filter(
      (file: { status: string; assertionResults: unknown[] }) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    if (!succeeded && numFailedTests === 0) count.failed += 1;
  } catch {
    count.failed += 1;
  }
}

try {
  ensureBrowser();
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
}
// What an install script would do, were any run: the types that the configuration of the project extends.
check('project files', bin('wxt'), ['prepare']);
check('types', bin('tsc'), ['--noEmit']);
check('types of the pure rooms', bin('tsc'), ['--noEmit', '-p', 'tests/tsconfig.pure.json']);
check('lint and format', bin('biome'), ['check', '--error-on-warnings']);
check('build for Chromium', bin('wxt'), ['build']);
check('build for Firefox', bin('wxt'), ['build', '-b', 'firefox']);
suite('unit', 'tests/vitest.config.ts');
suite('end-to-end', 'tests/vitest.e2e.config.ts');

rmSync(results, { recursive: true, force: true });
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
process.stdout.write(`\nTests: ${count.passed} passed, ${count.failed} failed${skipped}\n`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
