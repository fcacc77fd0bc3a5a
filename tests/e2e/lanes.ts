/**
 * How `npm test` runs the end-to-end files: two lanes at the same time, each one file after another, then the files that want the machine for
 * themselves. A file that stands in neither list is of the first lane.
 */

/** Files that mostly wait (for hosts, kills, patience) or bear a busy machine; together about as long as the first lane. */
export const SECOND_LANE: readonly string[] = [
  'torture',
  'fleet',
  'patrol-command',
  'capture-hung',
  'firefox',
  'firefox-capture',
  'library-import',
  'officer-pictures',
  'register',
  'look-up',
  'pool',
  'replay',
  'recheck',
  'rules-in-force',
  'store-lock',
  'desk',
];

/** Files that compare times or frames, or stand on a patience of the product that a second browser would use up. */
export const ALONE: readonly string[] = [
  'patrol-library',
  'pdf',
  'page-hostile',
  'page-parts',
  'page',
  'ui-panel',
  'bench',
];
