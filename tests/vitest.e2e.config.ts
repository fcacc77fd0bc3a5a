import { defineConfig } from 'vitest/config';
import { ALONE, SECOND_LANE } from './e2e/lanes.ts';

const paths = (names: readonly string[]) => names.map((name) => `tests/e2e/${name}.test.ts`);

const settings = {
  environment: 'node',
  // Within a project one file at a time: two cores are enough for one browser at work.
  maxWorkers: 1,
  testTimeout: 90_000,
  hookTimeout: 90_000,
  // A state that comes is waited for; one second, the default, is short for a browser on two busy cores.
  expect: { poll: { timeout: 20_000 } },
  // A browser on two busy cores can lose a race that no officer would; `retried-reporter.ts` names what needed it.
  retry: 1,
} as const;

/** A project of its own for each lane; the order holds when no project is chosen, and all files run one after another. */
const project = (name: string, groupOrder: number, files: { include: string[]; exclude?: string[] }) => ({
  test: { ...settings, ...files, name, sequence: { groupOrder } },
});

/** End-to-end tests: the built extension in real browsers. */
export default defineConfig({
  test: {
    // Two lanes run at once and would write one cache.
    cache: false,
    projects: [
      project('first-lane', 1, { include: ['tests/e2e/**/*.test.ts'], exclude: paths([...SECOND_LANE, ...ALONE]) }),
      project('second-lane', 2, { include: paths(SECOND_LANE) }),
      project('alone', 3, { include: paths(ALONE) }),
    ],
  },
});
