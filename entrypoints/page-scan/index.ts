import { defineUnlistedScript } from '#imports';
import { pagePacer } from '../../utils/page/pacer.ts';
import { SteppedWork } from '../../utils/page/stepped-work.ts';
import { unpackScanner } from '../../utils/scan/scanner.ts';
import { prepareVariants } from '../../utils/scan/variants.ts';
import { registerPart } from '../page.content/registered-parts.ts';
import { PageSession } from './page-session.ts';
import { sharedScanner } from './shared-scanner.ts';

/** A scanner serves other frames as well: whoever asked for it may leave, and it is made all the same. */
const unending = new AbortController().signal;

const worked = <Result>(steps: Generator<void, Result>) => new SteppedWork(steps).finish(pagePacer(), unending);

export default defineUnlistedScript(() =>
  registerPart('scan', ({ lexicon, ...options }) => {
    const make = async () => {
      const { packed, stamps, judging } = await lexicon();
      const scanner = await worked(unpackScanner(packed, judging));
      // Only what was written around a phrase needs these tables. Made when first needed, they would fall together into one long task.
      void worked(prepareVariants());
      return { scanner, stamps };
    };
    return new PageSession({ ...options, scanner: (rules) => sharedScanner(window, make, rules) });
  }),
);
