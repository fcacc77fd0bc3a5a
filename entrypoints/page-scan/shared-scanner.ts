import { pagePacer } from '../../utils/page/pacer.ts';
import { SteppedWork } from '../../utils/page/stepped-work.ts';
import type { RulesInForce } from '../../utils/rules-in-force.ts';
import { type Scanner, scannerSteps } from '../../utils/scan/scanner.ts';

/** Seen by our own scripts only: the page's world has other properties on the same window. */
type Sharing = Window & { zhengjianScanner?: { digests: string; scanner: SteppedWork<Scanner> } };

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

function* fromPacks(packs: RulesInForce['packs']): Generator<void, Scanner> {
  return yield* scannerSteps(yield* packs());
}

/**
 * The scanner of the packs in force. Compiling the packs costs tens of milliseconds, so the frames of one origin share one: their scripts
 * live in one world of the browser, in which a scanner (pure code and tables) serves any of them. Compiling goes in slices between which the
 * page lives on; rejects with the signal's reason when it is aborted meanwhile.
 */
export function sharedScanner(view: Window, { packs, stamps }: RulesInForce, signal: AbortSignal): Promise<Scanner> {
  const keeper = outermost(view);
  const digests = stamps.map(({ sha256 }) => sha256).join();
  if (keeper.zhengjianScanner?.digests !== digests)
    keeper.zhengjianScanner = { digests, scanner: new SteppedWork(fromPacks(packs)) };
  return keeper.zhengjianScanner.scanner.finish(pagePacer(), signal);
}
