import { expect, it } from 'vitest';
import { WORTH_SIGNALS } from '../../rules/context/worth-signals.ts';
import { BUILT_IN_PACKS } from '../../rules/index.ts';

it.each(WORTH_SIGNALS)('%s is a firm signal of the packs', (id) => {
  const rule = BUILT_IN_PACKS.flatMap(({ rules }) => rules).find((one) => one.id === id);
  expect(rule?.force).toBe('firm');
});
