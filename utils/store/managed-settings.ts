import { browser, storage } from '#imports';
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

export type Policy = Readonly<Record<string, unknown>>;

/** The policy as the browser last told it. */
const policyItem = storage.defineItem<Policy>('local:managedPolicy', { fallback: {} });

/**
 * Browsers take seconds to load policies after their start, and some never answer (ghostery/ghostery-extension#3367,
 * microsoft/MicrosoftEdge-Extensions#299). Everything reads settings: nothing waits longer than this, in milliseconds.
 */
const PATIENCE_MS = 500;

async function policyOfBrowser(): Promise<Policy> {
  try {
    return (await browser.storage.managed.get(null)) as Policy;
  } catch (error) {
    // Firefox answers so where the administrator gave nothing.
    if (/manifest not found|not supported|not available/i.test(String(error))) return {};
    throw error;
  }
}

async function keepPolicy(policy: Policy): Promise<void> {
  if (JSON.stringify(policy) !== JSON.stringify(await policyItem.getValue())) await policyItem.setValue(policy);
}

/** Settled once the browser has answered or has been waited for; absent when it may be asked anew. */
let asked: Promise<void> | undefined;

function askBrowser(): Promise<void> {
  const answer = policyOfBrowser().then(keepPolicy);
  const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  asked = Promise.race([answer, patience]);
  const again = () => {
    asked = undefined;
  };
  answer.then(again, again);
  return asked;
}

/**
 * The administrator's settings; nothing where no policy is set. A browser that does not answer in time is taken to hold what it
 * last told; whoever watches hears when it answers otherwise.
 */
export async function readManaged(): Promise<ManagedSettings> {
  return sortManaged(await readPolicy());
}

/** The policy as it was told, with what of it is not in force. */
export async function readPolicy(): Promise<Policy> {
  await (asked ?? askBrowser());
  return policyItem.getValue();
}

/** Tells of changed policies, also of one that was told late; answers how to stop that. */
export function watchManaged(follow: () => void): () => void {
  const listen = (_changes: unknown, area: string) => {
    if (area === 'managed') follow();
  };
  browser.storage.onChanged.addListener(listen);
  const unwatch = policyItem.watch(follow);
  return () => {
    browser.storage.onChanged.removeListener(listen);
    unwatch();
  };
}
