import type { RulePackStamp } from '../../rules/rule.ts';
import { digestsOf } from '../../rules/ruleset.ts';
import type { Scanner } from '../../utils/scan/scanner.ts';

/** A scanner, and the stamps of the rules that it was made of. */
export interface StampedScanner {
  scanner: Scanner;
  stamps: readonly RulePackStamp[];
}

/** Gives the scanner in use, or one of the rules of these digests. */
type ScannerKeeper = (rules?: string) => Promise<StampedScanner>;

/** Seen by our own scripts only: the page's world has other properties on the same window. */
type Sharing = Window & { zhengjianScanner?: ScannerKeeper };

/** This window and those around it that can be reached without leaving the origin, outermost first. */
function windowsAround(view: Window): Sharing[] {
  const around: Sharing[] = [view];
  for (let reached = view; reached.parent !== reached; reached = reached.parent) {
    try {
      // Throws at the border of the origin.
      void reached.parent.document;
    } catch {
      break;
    }
    around.unshift(reached.parent);
  }
  return around;
}

/** Runs `make` once for all who ask, and once more for those who ask for other rules; after a failure, for who asks next. */
function keeperOf(make: () => Promise<StampedScanner>): ScannerKeeper {
  let made: Promise<StampedScanner> | undefined;
  const making = () => {
    const attempt = make();
    made = attempt;
    attempt.catch(() => {
      if (made === attempt) made = undefined;
    });
    return attempt;
  };
  return async (rules) => {
    const current = made ?? making();
    const stamped = await current;
    if (rules === undefined || digestsOf(stamped.stamps) === rules) return stamped;
    return made === undefined || made === current ? making() : made;
  };
}

/**
 * The scanner of a window: that of the outermost window of its origin whose script has one, for the frames of one origin share a world of
 * the browser, in which a scanner (pure code and tables) serves any of them. An outer window outlives what it holds, so none waits in vain.
 */
export function sharedScanner(
  view: Window,
  make: () => Promise<StampedScanner>,
  rules?: string,
): Promise<StampedScanner> {
  const own: Sharing = view;
  own.zhengjianScanner ??= keeperOf(make);
  const keeper = windowsAround(view).find(({ zhengjianScanner }) => zhengjianScanner) ?? own;
  return keeper.zhengjianScanner!(rules);
}
