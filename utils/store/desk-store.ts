import { storage } from '#imports';
import { ExpectedFailure } from '../base/expected-failure.ts';
import { type Desk, type DeskState, deskInWords, deskState, peopleAt, personOf } from '../evidence/desk.ts';
import type { Officer } from '../evidence/record.ts';
import { appendLine } from './custody-store.ts';
import { readSettings, type Settings } from './settings.ts';

/** Who said last that they are at the desk, on this machine; kept over restarts, good until the idle time has passed. */
export const deskItem = storage.defineItem<Desk | null>('local:desk', { fallback: null });

/** Last act at the desk; beside {@link deskItem}, so that keeping it fresh never writes an earlier officer back. */
export const deskActiveItem = storage.defineItem<string | null>('local:deskActiveAt', { fallback: null });

/** The office has officers, and none of them has said that they are here. */
export class NobodyAtDeskError extends ExpectedFailure {
  override name = 'NobodyAtDeskError';
  constructor() {
    super('error_nobodyAtDesk');
  }
}

/** The desk as it is now; `desk` is whoever was there last, also when the state is `idle`. */
export async function readDesk(
  settings?: Pick<Settings, 'officers' | 'deskIdleMinutes'>,
): Promise<{ desk: Desk | null; state: DeskState }> {
  const { officers, deskIdleMinutes } = settings ?? (await readSettings());
  const [desk, activeAt] = await Promise.all([deskItem.getValue(), deskActiveItem.getValue()]);
  return { desk, state: deskState(desk, activeAt, { officers, idleMinutes: deskIdleMinutes, now: Date.now() }) };
}

/** Whoever is at the desk as the log names them; 未登记 when nobody is. */
export async function personAtDesk(): Promise<string> {
  const { desk, state } = await readDesk();
  return personOf({ officers: desk && state === 'present' ? peopleAt(desk) : [] });
}

/**
 * Who acts now, for a record.
 * @throws NobodyAtDeskError when the office has officers and none of them is at the desk
 */
export async function requireDesk(
  settings: Settings,
): Promise<{ officers: readonly Officer[]; attendedSince?: string }> {
  const { desk, state } = await readDesk(settings);
  if (desk && state === 'present') {
    await keepDesk();
    return { officers: peopleAt(desk), attendedSince: desk.since };
  }
  // An office that has named nobody cannot be asked who it is; the record names nobody then.
  if (settings.officers.some(({ name }) => name.trim() !== '')) throw new NobodyAtDeskError();
  return { officers: [] };
}

/** Somebody says that they are at the desk, or (null) that nobody is; the log says so. */
export async function takeDesk(people: Pick<Desk, 'officer' | 'companion'> | null): Promise<void> {
  const before = await deskItem.getValue();
  const at = new Date().toISOString();
  const desk = people && { ...people, since: at };
  const detail = desk ? deskInWords(desk) : '离岗';
  const officers = desk ? peopleAt(desk) : before ? peopleAt(before) : [];
  await appendLine({ act: 'desk-changed', person: personOf({ officers }), detail, at });
  await deskItem.setValue(desk);
}

/** How often an act is written down, in milliseconds: finer than any idle time, rare enough to cost nothing. */
const FRESH_MS = 60_000;

/** Something was done at the desk. Somebody who has been idle for too long does not come back by this. */
export async function keepDesk(): Promise<void> {
  const { state } = await readDesk();
  const last = await deskActiveItem.getValue();
  if (state !== 'present' || (last && Date.now() - Date.parse(last) < FRESH_MS)) return;
  await deskActiveItem.setValue(new Date().toISOString());
}
