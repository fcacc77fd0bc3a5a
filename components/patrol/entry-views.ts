import { byWeight, type PatrolEntry } from '../../utils/patrol/patrol.ts';

/** What is shown of a patrol's addresses. */
export const ENTRY_VIEWS = ['flagged', 'officer', 'failed', 'all'] as const;
export type EntryView = (typeof ENTRY_VIEWS)[number];

const SHOWS: Record<EntryView, (entry: PatrolEntry) => boolean> = {
  flagged: ({ outcome }) => outcome?.flagged ?? false,
  officer: ({ state }) => state === 'needs-officer',
  failed: ({ state }) => state === 'failed',
  all: () => true,
};

/** The addresses of a view, heaviest first; probes stay out of sight until the patrol has ended, and are no results then either. */
export const entriesOf = (entries: readonly PatrolEntry[], view: EntryView): PatrolEntry[] =>
  entries.filter((entry) => entry.expected === undefined && SHOWS[view](entry)).sort(byWeight);

export const countViews = (entries: readonly PatrolEntry[]): Record<EntryView, number> => {
  const counts = { flagged: 0, officer: 0, failed: 0, all: 0 };
  for (const entry of entries) {
    if (entry.expected !== undefined) continue;
    for (const view of ENTRY_VIEWS) if (SHOWS[view](entry)) counts[view] += 1;
  }
  return counts;
};
