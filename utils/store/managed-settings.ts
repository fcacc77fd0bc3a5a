import { browser } from '#imports';
import { type ShapedSetting, sortSettings } from './settings-shape.ts';

/** Settings that an administrator may hand out by policy. The others belong to one machine or one person. */
export const MANAGED = [
  'office',
  'officers',
  'deskIdleMinutes',
  'lockIdleMinutes',
  'disabledSites',
  'captureMethod',
  'lazyScroll',
  'replayCopy',
  'askForChain',
  'recordSession',
  'recogniseWhileBrowsing',
  'judging',
  'patrolCapture',
  'patrolPaceSeconds',
  'recheckDays',
  'timestampUrl',
  'stampRoots',
  'papers',
  'routing',
  'calendar',
  'trustedKeys',
  'portals',
] as const satisfies readonly ShapedSetting[];
export type ManagedSetting = (typeof MANAGED)[number];

/** Handed out as a beginning only: work at the desk adds to them. */
const ALWAYS_OPEN: readonly ManagedSetting[] = ['disabledSites', 'trustedKeys'];
/** Settings that a policy may lock. */
export const LOCKABLE: readonly ManagedSetting[] = MANAGED.filter((name) => !ALWAYS_OPEN.includes(name));

/** What the administrator set. */
export interface ManagedSettings {
  /** Values by setting; those that are not locked are defaults. */
  values: Readonly<Record<string, unknown>>;
  /** Settings whose value stands above the office's own. */
  locked: readonly ManagedSetting[];
  /** What of the policy is not in force, because its name or value is not understood. */
  refused: readonly string[];
}

const NOTHING: ManagedSettings = { values: {}, locked: [], refused: [] };

/** Sorts a policy into what is in force and what is not; one wrong value leaves the others standing. */
export function sortManaged(policy: Readonly<Record<string, unknown>>): ManagedSettings {
  const { locked: lock = [], ...rest } = policy;
  const isManaged = (name: string) => (MANAGED as readonly string[]).includes(name);
  const { good, faulty, unknown } = sortSettings(rest);
  const asked = Array.isArray(lock) ? lock.map(String) : [];
  const isLock = (name: string): name is ManagedSetting =>
    (LOCKABLE as readonly string[]).includes(name) && name in good;
  return {
    values: Object.fromEntries(Object.entries(good).filter(([name]) => isManaged(name))),
    locked: asked.filter(isLock),
    refused: [
      ...faulty,
      ...unknown,
      ...Object.keys(good).filter((name) => !isManaged(name)),
      ...asked.filter((name) => !isLock(name)).map((name) => `locked: ${name}`),
      ...(Array.isArray(lock) ? [] : ['locked']),
    ],
  };
}

/** The administrator's settings; nothing where no policy is set. */
export async function readManaged(): Promise<ManagedSettings> {
  try {
    return sortManaged((await browser.storage.managed.get(null)) as Record<string, unknown>);
  } catch (error) {
    // Firefox answers so where the administrator gave nothing.
    if (/manifest not found|not supported|not available/i.test(String(error))) return NOTHING;
    throw error;
  }
}

/** Tells of changed policies; answers how to stop that. */
export function watchManaged(follow: () => void): () => void {
  const listen = (_changes: unknown, area: string) => {
    if (area === 'managed') follow();
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
