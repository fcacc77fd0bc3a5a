import type { Fragment, Part } from './corpus.ts';
import type { Engine } from './in-page.ts';
import { f1Of, precisionOf, type Reading, recallOf, sum, type Tally, tally, wilson } from './score.ts';

/** The classes that a figure is given for as a group; the rest stand alone. */
const NOT_EVASIVE = new Set(['plain', 'generalised', 'rhetorical', 'channels', 'cited', 'negated', 'innocent', 'page']);

/** One part's tallies of one engine: by class, over the evasion classes, and over everything. */
export interface PartResult {
  part: Part;
  engine: Engine;
  classes: Readonly<Record<string, Tally>>;
  evaded: Tally;
  all: Tally;
}

export function resultOf(
  part: Part,
  engine: Engine,
  fragments: readonly Fragment[],
  readings: readonly Reading[],
): PartResult {
  const byClass = new Map<string, Tally[]>();
  for (const [index, fragment] of fragments.entries()) {
    const tallies = byClass.get(fragment.class) ?? [];
    byClass.set(fragment.class, [...tallies, tally(fragment, readings[index]!)]);
  }
  const classes = Object.fromEntries([...byClass].map(([name, tallies]) => [name, sum(tallies)]));
  const evaded = Object.entries(classes).filter(([name]) => !NOT_EVASIVE.has(name));
  return { part, engine, classes, evaded: sum(evaded.map(([, one]) => one)), all: sum(Object.values(classes)) };
}

const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`);
const interval = (successes: number, trials: number) =>
  trials === 0
    ? ''
    : ` [${wilson(successes, trials)
        .map((bound) => (bound * 100).toFixed(0))
        .join('–')}]`;
const perTenThousand = ({ innocentWrong, innocentCharacters }: Tally) =>
  innocentCharacters === 0 ? '–' : ((innocentWrong * 10_000) / innocentCharacters).toFixed(1);

const recallCell = (one: Tally) => `${percent(recallOf(one))}${interval(one.found, one.expected)}`;
const precisionCell = (one: Tally) => `${percent(precisionOf(one))}${interval(one.right, one.right + one.wrong)}`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The product by class: what was found, what was wrong, what innocent fragments got. */
export function classTable({ classes, evaded, all }: PartResult): string {
  const row = (name: string, one: Tally) => [
    name,
    String(one.fragments),
    `${one.found} / ${one.expected}`,
    recallCell(one),
    String(one.wrong),
    precisionCell(one),
    one.expected === 0 ? '–' : f1Of(one).toFixed(3),
    one.innocent === 0 ? '–' : `${one.flagged} / ${one.innocent}`,
    one.greyExpected === 0 ? '–' : `${one.greyListed} / ${one.greyExpected}`,
  ];
  return table(
    [
      'class',
      'fragments',
      'found',
      'recall [95 %]',
      'wrong',
      'precision [95 %]',
      'F1',
      'innocent flagged',
      'listed in grey',
    ],
    [
      ...Object.entries(classes).map(([name, one]) => row(name, one)),
      row('**all evasions**', evaded),
      row('**all**', all),
    ],
  );
}

/** Every engine over the same fragments and words. */
export function engineTable(results: readonly PartResult[]): string {
  const none = sum([]);
  return table(
    [
      'engine',
      'plain',
      'evaded',
      'generalised',
      'all recall',
      'precision',
      'F1',
      'innocent flagged',
      'false per 10k characters',
    ],
    results.map(({ engine, classes, evaded, all }) => [
      engine,
      percent(recallOf(classes.plain ?? none)),
      percent(recallOf(evaded)),
      percent(recallOf(classes.generalised ?? none)),
      recallCell(all),
      precisionCell(all),
      f1Of(all).toFixed(3),
      `${all.flagged} / ${all.innocent}`,
      perTenThousand(all),
    ]),
  );
}
