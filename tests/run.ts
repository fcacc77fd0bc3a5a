import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from '../cli/browser.ts';

/**
 * `npm test`: project files, types, lint, both builds, unit tests, then end-to-end tests in real browsers, two lanes of them at once. Every
 * step runs even when an earlier one failed; the last line is `Tests: N passed, N failed`, where a step without tests of its own counts as one.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'zhengjian-tests-'));
const count = { passed: 0, failed: 0, skipped: 0 };

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** No step takes longer on two cores; one that does hangs, is ended and counts as failed. Milliseconds. */
const PATIENCE_MS = 45 * 60_000;

/** @param beside another step runs at the same time and prints as it goes: this one is printed when it has ended */
async function run(name: string, command: string, args: readonly string[], beside = false): Promise<boolean> {
  const held: Buffer[] = [];
  if (!beside) process.stdout.write(`\n== ${name}\n`);
  const output = beside ? 'pipe' : 'inherit';
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', output, output], timeout: PATIENCE_MS });
  child.stdout?.on('data', (said) => held.push(said));
  child.stderr?.on('data', (said) => held.push(said));
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  if (beside) process.stdout.write(Buffer.concat([Buffer.from(`\n== ${name}\n`), ...held]));
  return status === 0;
}

/** A step that is one yes or no. */
async function check(name: string, command: string, args: readonly string[]): Promise<void> {
  if (await run(name, command, args)) count.passed += 1;
  else count.failed += 1;
}

/** A Vitest run, counted by its own report; a run that dies without one counts as one failure. */
async function suite(name: string, config: string, { project = '', beside = false } = {}): Promise<void> {
  const report = join(results, `${name}.json`);
  const args = [
    'run',
    '--config',
    config,
    '--root',
    '.',
    '--reporter=default',
    '--reporter=json',
    '--reporter=./tests/retried-reporter.ts',
    `--outputFile.json=${report}`,
    ...(project ? ['--project', project] : []),
  ];
  const succeeded = await run(`${name} tests`, bin('vitest'), args, beside);
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
await check('project files', bin('wxt'), ['prepare']);
await check('types', bin('tsc'), ['--noEmit']);
await check('types of the pure rooms', bin('tsc'), ['--noEmit', '-p', 'tests/tsconfig.pure.json']);
await check('lint and format', bin('biome'), ['check', '--error-on-warnings']);
await check('build for Chromium', bin('wxt'), ['build']);
await check('build for Firefox', bin('wxt'), ['build', '-b', 'firefox']);
await suite('unit', 'tests/vitest.config.ts');
const END_TO_END = 'tests/vitest.e2e.config.ts';
await Promise.all([
  suite('end-to-end, first lane', END_TO_END, { project: 'first-lane' }),
  suite('end-to-end, second lane', END_TO_END, { project: 'second-lane', beside: true }),
]);
await suite('end-to-end, alone', END_TO_END, { project: 'alone' });

rmSync(results, { recursive: true, force: true });
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
process.stdout.write(`\nTests: ${count.passed} passed, ${count.failed} failed${skipped}\n`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
