import type { Patrol, PatrolEntry } from '../../utils/patrol/patrol.ts';
import { reasonWord } from '../../utils/patrol/reason.ts';
import type { Checks } from './checks.ts';
import { type Office, say, until } from './office.ts';
import type { Ending, Site } from './site.ts';

const PATIENCE_S = 900;

/** How an entry ended, as {@link Ending} says it. */
const endingOf = ({ url, state, outcome }: PatrolEntry): Ending => ({
  url,
  state: state as Ending['state'],
  flagged: outcome?.flagged ?? false,
  ...(outcome?.reason ? { reason: reasonWord(outcome.reason) } : {}),
});

export const entriesOf = async (office: Office, { id }: Pick<Patrol, 'id'>): Promise<PatrolEntry[]> =>
  (await office.all<PatrolEntry>('patrolEntries')).filter(({ patrolId }) => patrolId === id);

/** Waits until the newest patrol has ended; undefined when it does not. */
export async function endedPatrol(office: Office, count: number): Promise<Patrol | undefined> {
  const patrols = () => office.all<Patrol>('patrols');
  const isEnded = async () => {
    const all = await patrols();
    return all.length === count && all.every(({ state }) => state === 'ended');
  };
  if (!(await until(isEnded, PATIENCE_S))) return undefined;
  return (await patrols()).sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}

/** The list is patrolled, the browser closed in the middle and opened again; every address ends as it has to, and once. */
export async function runPatrol(office: Office, site: Site, checks: Checks): Promise<void> {
  const library = await office.open('#/patrol/new');
  const listed = [...site.endings, ...site.refused];
  // The same address twice, and one that differs by its fragment, are one.
  const pasted = [...listed.map(({ url }) => url), listed[0]!.url, `${listed[1]!.url}#top`];
  await library.getByLabel(say('patrol_addresses'), { exact: true }).fill(pasted.join('\n'));
  await library.getByLabel(say('patrol_name')).fill('本地巡查');
  await library.getByLabel(say('patrol_pace')).fill('0');
  await library.locator('.zj-patrol-form summary').click();
  await library.getByLabel(say('patrol_probes'), { exact: true }).fill(site.probes.join('\n'));
  await library.getByRole('button', { name: say('patrol_start') }).click();

  const half = Math.floor((listed.length + site.probes.length) / 2);
  const visited = async () =>
    (await office.all<PatrolEntry>('patrolEntries')).filter(
      ({ state, attempts }) => attempts > 0 && state !== 'waiting',
    ).length;
  checks.row(
    'the patrol is half done before the browser is closed',
    true,
    await until(async () => (await visited()) >= half, PATIENCE_S),
  );
  const before = await visited();
  await office.close();
  await office.start();
  await office.takeDesk();
  checks.row('what was visited before the restart is still known', true, (await visited()) >= before);
  const patrol = await endedPatrol(office, 1);
  checks.row('the patrol goes on after the restart and ends', true, patrol !== undefined);
  if (!patrol) return;

  const entries = await entriesOf(office, patrol);
  const ended = new Map(entries.map((entry) => [entry.url, entry]));
  for (const ending of listed) {
    const entry = ended.get(ending.url);
    checks.row(`ends: ${ending.url.replace(/^https?:\/\/[^/]*/, '')}`, ending, entry ? endingOf(entry) : null);
  }
  checks.row('addresses, each once, and probes', listed.length + site.probes.length, entries.length);
  const sealed = entries.flatMap(({ outcome }) => outcome?.evidence ?? []);
  const wanted = site.endings.filter(({ state, flagged }) => state === 'done' && flagged).length;
  checks.row('flagged pages that are sealed', wanted, sealed.length);
  const items = (await office.all<{ id: string }>('items')).map(({ id }) => id);
  checks.row('sealed items are those of the patrol, none twice', sealed.sort(), items.sort());

  const page = await office.open(`#/patrol/${patrol.id}/all`);
  const told = page.locator('.zj-patrol > .zj-note');
  checks.row(
    'what the officer is told of the probes',
    say('patrol_reliable', site.probes.length, 0),
    await told.innerText(),
  );
  const tabs = await page.getByRole('tab').allInnerTexts();
  const count = (test: (ending: Ending) => boolean) => listed.filter(test).length;
  checks.row(
    'figures on the tabs: flagged, for the officer, failed, all',
    [
      count(({ flagged }) => flagged),
      count(({ state }) => state === 'needs-officer'),
      count(({ state }) => state === 'failed'),
      listed.length,
    ],
    tabs.map((text) => Number(/\d+/.exec(text)?.[0])),
  );
}
