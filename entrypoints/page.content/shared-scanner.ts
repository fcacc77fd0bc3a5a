import type { RulesInForce } from '../../utils/rules-in-force.ts';
import { createScanner, type Scanner } from '../../utils/scan/scanner.ts';

/** Seen by our own scripts only: the page's world has other properties on the same window. */
type Sharing = Window & { zhengjianScanner?: { digests: string; scanner: Scanner } };

/** The outermost window that can be reached without leaving the origin. */
function outermost(view: Window): Sharing {
  let reached: Sharing = view;
  while (reached.parent !== reached) {
    try {
      // Throws at the border of the origin.
      void reached.parent.document;
    } catch {
      break;
    }
    reached = reached.parent;
  }
  return reached;
}

/**
 * The scanner of the packs in force. Compiling the packs costs tens of milliseconds, so the frames of one origin share one: their scripts
 * live in one world of the browser, in which a scanner (pure code and tables) serves any of them.
 */
export function sharedScanner(view: Window, { packs, stamps }: RulesInForce): Scanner {
  const keeper = outermost(view);
  const digests = stamps.map(({ sha256 }) => sha256).join();
  if (keeper.zhengjianScanner?.digests !== digests)
    keeper.zhengjianScanner = { digests, scanner: createScanner(packs) };
  return keeper.zhengjianScanner.scanner;
}
