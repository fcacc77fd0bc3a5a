import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Unit tests: pure code in Node; files that need a DOM say so with `// @vitest-environment happy-dom`. */
export default defineConfig(async () => ({
  plugins: [await WxtVitest()],
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 20_000,
    // By itself Vitest leaves one core idle; nothing else runs meanwhile.
    maxWorkers: '100%',
  },
}));
