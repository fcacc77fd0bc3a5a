import type { Scanner } from '../../utils/scan/scanner.ts';

/** Seen by our own scripts only: the page's world has other properties on the same window. */
type Sharing = Window & { zhengjianScanner?: () => Promise<Scanner> };

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

/** Runs `make` once for all who ask; after a failure, once more for who asks next. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    made.catch(() => {
      made = undefined;
    });
    return made;
  };
}

/**
 * The scanner of a window: that of the outermost window of its origin whose script has one, for the frames of one origin share a world of
 * the browser, in which a scanner (pure code and tables) serves any of them. An outer window outlives what it holds, so none waits in vain.
 */
export function sharedScanner(view: Window, make: () => Promise<Scanner>): Promise<Scanner> {
  const own: Sharing = view;
  own.zhengjianScanner ??= once(make);
  const keeper = windowsAround(view).find(({ zhengjianScanner }) => zhengjianScanner) ?? own;
  return keeper.zhengjianScanner!();
}
