import { defineUnlistedScript } from '#imports';
import { unpackLexicon } from '../../utils/scan/packed-lexicon.ts';
import { scannerOf } from '../../utils/scan/scanner.ts';
import { registerPart } from '../page.content/page-parts.ts';
import { PageSession } from './page-session.ts';
import { sharedScanner } from './shared-scanner.ts';

export default defineUnlistedScript(() =>
  registerPart('scan', ({ lexicon, ...options }) => {
    const scanner = () => sharedScanner(window, async () => scannerOf(unpackLexicon(await lexicon())));
    return new PageSession({ ...options, scanner });
  }),
);
