import { defineConfig } from 'vitest/config';

/** End-to-end tests: the built extension in real browsers, one file at a time (two cores are enough for one browser). */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // A state that comes is waited for; one second, the default, is short for a browser on two busy cores.
    expect: { poll: { timeout: 20_000 } },
    // A browser on two busy cores can lose a race that no officer would; `retried-reporter.ts` names what needed it.
    retry: 1,
  },
});
