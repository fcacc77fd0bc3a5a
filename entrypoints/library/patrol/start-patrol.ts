import { browser } from '#imports';
import type { PatrolRequest } from '../../../components/patrol/PatrolForm.tsx';
import { ExpectedFailure } from '../../../utils/base/expected-failure.ts';
import { t } from '../../../utils/base/i18n.ts';
import { sendMessage } from '../../../utils/messages/messaging.ts';
import { parseAddress } from '../../../utils/patrol/address.ts';
import { addressesOfFile, addressesOfText, type ListedAddress } from '../../../utils/patrol/address-list.ts';
import type { Patrol, PatrolEntry } from '../../../utils/patrol/patrol.ts';
import { probePlaces } from '../../../utils/patrol/probes.ts';
import { faultReason } from '../../../utils/patrol/reason.ts';
import type { DueItem } from '../../../utils/patrol/recheck.ts';
import { addPatrol } from '../../../utils/store/patrol-store.ts';

type NewEntry = Omit<PatrolEntry, 'patrolId' | 'number' | 'attempts'>;

/** A list that holds nothing to visit. */
export class NoAddressesError extends ExpectedFailure {
  override name = 'NoAddressesError';
  constructor() {
    super('error_patrolNoAddresses');
  }
}

function entryOf({ written, address, fault }: ListedAddress, now: string): NewEntry {
  if (address) return { key: address.key, url: written, address: address.url, host: address.host, state: 'waiting' };
  const outcome = {
    url: written,
    state: 'failed' as const,
    flagged: false,
    reason: faultReason(fault),
    visitedAt: now,
  };
  return { key: `? ${written}`, url: written, address: '', host: '', state: 'failed', outcome };
}

/** Addresses with what is known of them: 有 or 无 before each. */
function probesOf(text: string): NewEntry[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line) => {
    const [, known, written] = /^\s*(有|无)[\s:：]*(.+)$/.exec(line) ?? [];
    const address = written === undefined ? null : parseAddress(written);
    if (address === null || typeof address === 'string') return [];
    const { key, url, host } = address;
    return [{ key, url, address: url, host, state: 'waiting' as const, expected: known === '有' }];
  });
}

const newPatrol = (more: Pick<Patrol, 'name' | 'kind' | 'capture' | 'paceSeconds'>, now: string) => ({
  id: crypto.randomUUID(),
  createdAt: now,
  beganAt: now,
  state: 'running' as const,
  round: 1,
  ...more,
});

/**
 * Makes a patrol of what an officer gave, each address once, and has it run.
 * @throws ExpectedFailure when the file is no list, NoAddressesError when nothing in it can be visited
 */
export async function startPatrol(request: PatrolRequest): Promise<Patrol> {
  const now = new Date().toISOString();
  const entries = new Map<string, NewEntry>();
  const add = (some: readonly ListedAddress[]) => {
    for (const each of some) {
      const entry = entryOf(each, now);
      if (!entries.has(entry.key)) entries.set(entry.key, entry);
    }
  };
  add(addressesOfText(request.text));
  if (request.file) for await (const some of addressesOfFile(request.file, request.file.name)) add(some);
  const listed = [...entries.values()];
  if (!listed.some(({ state }) => state === 'waiting')) throw new NoAddressesError();
  const probes = probesOf(request.probes);
  const places = probePlaces(listed.length, probes.length, Date.parse(now) % 2 ** 31);
  for (const [index, probe] of [...probes.entries()].reverse()) listed.splice(places[index]!, 0, probe);
  const { capture, paceSeconds, everyDays } = request;
  const name = request.name.trim() || t('patrol_unnamed', now.slice(0, 10));
  const patrol = await addPatrol(
    {
      ...newPatrol({ name, kind: 'list', capture, paceSeconds }, now),
      ...(everyDays === null
        ? {}
        : { everyDays, nextAt: new Date(Date.parse(now) + everyDays * 86_400_000).toISOString() }),
    },
    listed,
  );
  await sendMessage('runPatrols', undefined);
  return patrol;
}

/** Makes a patrol of the sealed pages that are due for their re-check, and has it run. */
export async function startRecheck(due: readonly DueItem[], paceSeconds: number): Promise<Patrol> {
  const now = new Date().toISOString();
  const entries = due.flatMap(({ item, phrases }): NewEntry[] => {
    const { url, title, loadedFrom } = item.record.page;
    const address = parseAddress(url);
    if (address === null || typeof address === 'string') return [];
    const before = {
      url,
      state: 'done' as const,
      flagged: true,
      title,
      phrases,
      visitedAt: item.record.sealedAt,
      evidence: item.id,
    };
    const { key, host } = address;
    const sealed = { itemId: item.id, phrases, ...(loadedFrom === undefined ? {} : { loadedFrom }) };
    return [{ key, url, address: address.url, host, state: 'waiting', sealed, before }];
  });
  const name = t('patrol_recheckName', now.slice(0, 10));
  const patrol = await addPatrol(newPatrol({ name, kind: 're-check', capture: 'claims', paceSeconds }, now), entries);
  await sendMessage('runPatrols', undefined);
  return patrol;
}

/** Pages that are open and can be read. */
export async function openPages(): Promise<{ id: number; title: string }[]> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  return tabs.flatMap(({ id, title, url }) => (id === undefined ? [] : [{ id, title: title || url || '' }]));
}

/** A page without links, or one that cannot be read. */
export class NoLinksError extends ExpectedFailure {
  override name = 'NoLinksError';
  constructor() {
    super('error_patrolNoLinks');
  }
}

const MOST_LINKS = 5_000;

/** The links of a page that lead to other pages, one a line, each once. @throws NoLinksError */
export async function linksOf(tabId: number): Promise<string> {
  const read = (most: number) => [...document.links].slice(0, most).map(({ href }) => href.slice(0, 4_096));
  const [answer] = await browser.scripting
    .executeScript({ target: { tabId }, func: read as (...args: unknown[]) => unknown, args: [MOST_LINKS] })
    .catch(() => []);
  const links = Array.isArray(answer?.result) ? (answer.result as unknown[]).map(String) : [];
  const wanted = links.filter((link) => {
    const address = parseAddress(link);
    return address !== null && typeof address !== 'string';
  });
  if (wanted.length === 0) throw new NoLinksError();
  return [...new Set(wanted)].join('\n');
}
