import type { Reporter, TestCase } from 'vitest/node';

/** Names every test that passed only when it was tried again, so that a retry hides nothing. */
export default class RetriedReporter implements Reporter {
  readonly #retried: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#retried.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#retried) process.stdout.write(`Passed at the second try: ${name}\n`);
  }
}
