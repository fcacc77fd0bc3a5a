import { ExpectedFailure } from '../base/expected-failure.ts';
import { addressOf, pageAddress } from '../evidence/same-address.ts';
import { parseAddress } from '../patrol/address.ts';
import type { VisitOutcome } from '../patrol/outcome.ts';
import type { Patrol, PatrolEntry } from '../patrol/patrol.ts';
import { parseResultLines } from '../patrol/results-file.ts';
import { readItem } from '../store/evidence-store.ts';
import { addPatrol, readPatrol } from '../store/patrol-store.ts';

/** A file that holds no results. */
export class NoResultsError extends ExpectedFailure {
  override name = 'NoResultsError';
  constructor() {
    super('error_patrolNoResults');
  }
}

/** A file that no list of addresses makes. */
export class ResultsTooLargeError extends ExpectedFailure {
  override name = 'ResultsTooLargeError';
  constructor() {
    super('error_patrolResultsTooLarge');
  }
}

/**
 * The outcome without the item that it names, unless that item is here and shows the address: numbers of another library are other items here, and
 * the picture of one would stand beside a page that it does not show.
 */
async function withOwnEvidence({ evidence, ...outcome }: VisitOutcome): Promise<VisitOutcome> {
  const item = evidence === undefined ? undefined : await readItem(evidence);
  if (evidence === undefined || !item) return outcome;
  const shown = pageAddress(addressOf(item));
  const isOfPage = [outcome.url, outcome.finalUrl ?? ''].some((url) => pageAddress(url) === shown);
  return isOfPage ? { ...outcome, evidence } : outcome;
}

/**
 * Takes the results of visits that were made elsewhere as a patrol that has ended: what was found there can be reviewed, opened
 * and listed here.
 * @returns the patrol, and how many lines were no result
 * @throws NoResultsError
 */
export async function importResults(
  text: string,
  { id, name, now }: { id: string; name: string; now: string },
): Promise<{ patrol: Patrol; faults: number }> {
  const { outcomes, faults } = parseResultLines(text);
  if (outcomes.length === 0) throw new NoResultsError();
  const known = await readPatrol(id);
  if (known) return { patrol: known, faults };
  const entries = new Map<string, Omit<PatrolEntry, 'patrolId' | 'number' | 'attempts'>>();
  for (const told of outcomes) {
    const outcome = await withOwnEvidence(told);
    const address = parseAddress(outcome.url);
    const isAddress = address !== null && typeof address !== 'string';
    const key = isAddress ? address.key : `? ${outcome.url}`;
    // An address that was visited again is written again: the last line counts.
    entries.set(key, {
      key,
      url: outcome.url,
      address: isAddress ? address.url : '',
      host: isAddress ? address.host : '',
      state: outcome.state,
      outcome,
    });
  }
  const times = outcomes.map(({ visitedAt }) => visitedAt).sort();
  const patrol = await addPatrol(
    {
      id,
      name,
      kind: 'list',
      createdAt: now,
      beganAt: times[0] ?? now,
      endedAt: times.at(-1) ?? now,
      state: 'ended',
      capture: 'none',
      paceSeconds: 0,
      round: 1,
    },
    [...entries.values()],
  );
  return { patrol, faults };
}
