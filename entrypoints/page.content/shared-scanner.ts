import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { createScanner, type Scanner } from '../../utils/scan/scanner.ts';

/** Seen by our own scripts only: the page's world has other properties on the same window. */
type Sharing = Window & { zhengjianScanner?: Scanner };

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
 * The scanner of the built-in packs. Compiling the packs costs tens of milliseconds, so the frames of one origin share one: their scripts
 * live in one world of the browser, in which a scanner (pure code and tables) serves any of them.
 */
export function sharedScanner(view: Window): Scanner {
  const keeper = outermost(view);
  keeper.zhengjianScanner ??= createScanner(BUILT_IN_PACKS);
  return keeper.zhengjianScanner;
}
