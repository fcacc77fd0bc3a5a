import type { GenericSchema } from 'valibot';
import { storage } from '#imports';
import { type Judging, USUAL_JUDGING } from '../../rules/judging.ts';
import type { CalendarYear } from '../../rules/work-calendar.ts';
import { inTurn } from '../base/in-turn.ts';
import type { PaperKind } from '../documents/paper-kinds.ts';
import type { Route } from '../documents/route.ts';
import type { Officer } from '../evidence/record.ts';
import type { StampRoot } from '../evidence/stamp-trust.ts';
import type { TrustedKey } from '../evidence/trusted-keys.ts';
import type { PatrolCapture } from '../patrol/patrol.ts';
import { type ManagedSettings, readManaged, watchManaged } from './managed-settings.ts';
import { SETTING_SHAPES } from './settings-shape.ts';

/** What the office sets. Evidence never lives here. */
export interface Settings {
  office: string;
  officers: readonly Officer[];
  /** After so many minutes without an act whoever is at the desk is asked to say so again. */
  deskIdleMinutes: number;
  /** After so many minutes without an act an opened library under a passphrase locks itself; 0 is never. */
  lockIdleMinutes: number;
  /** Host names where scanning is switched off. */
  disabledSites: readonly string[];
  /** Full-page tiles by the debugger, or by scrolling when the office does not want its bar. */
  captureMethod: 'debugger' | 'scroll';
  /** Bounds of the scroll that loads lazy content before the tiles. */
  lazyScroll: { maxScreens: number; maxSeconds: number };
  /** Add a WACZ of a new load to every full capture: a viewing aid. */
  replayCopy: boolean;
  /** Ask the site of a full capture once for its front page's head, to see its certificates where the browser tells nothing of the load's. */
  askForChain: boolean;
  /** Sessions are recorded on the screen and sealed with their capture. */
  recordSession: boolean;
  /** Recognise pictures while merely browsing. */
  recogniseWhileBrowsing: boolean;
  /** What patrols capture, and seconds between their visits to one host. */
  patrolCapture: PatrolCapture;
  patrolPaceSeconds: number;
  /** Days after which a page that was sealed as flagged is due again. */
  recheckDays: number;
  /** What counts as a claim of what signals find. */
  judging: Judging;
  /** Date against which validity is checked, ISO 8601; null is today. */
  referenceDate: string | null;
  /** RFC 3161 service; null is none. */
  timestampUrl: string | null;
  /** Certificates of time-stamping services, compared with what these publish: only their stamps count as trusted. */
  stampRoots: readonly StampRoot[];
  /** Title and number pattern of papers by kind; an empty title is the usual one, an empty pattern leaves a blank. */
  papers: Readonly<Partial<Record<PaperKind, { title: string; numberPattern: string }>>>;
  /** Which section (股室) and brigade take which leads, the first line that fits. */
  routes: readonly Route[];
  /** A sentence of the office's own on where leads go; empty takes the general one on jurisdiction. */
  routing: string;
  /** Years of the working calendar that the office corrected or added. */
  calendar: readonly CalendarYear[];
  /** Signing keys of colleagues and other offices, compared with them. */
  trustedKeys: readonly TrustedKey[];
  /** Addresses of official portals by portal id, checked by the office; an absent one is the portal's default. */
  portals: Readonly<Record<string, string>>;
  /** Case that new captures are filed under; null is none (未归案). */
  currentCaseId: string | null;
  /** Lists of evidence that were named to be found again. */
  savedViews: readonly SavedView[];
  /** Rows of the list of evidence are 44 px high in place of 60. */
  compactRows: boolean;
  /** Minutes between synchronisations with the pool while a page of the library is open; 0 is by button alone. */
  poolEveryMinutes: number;
  theme: 'system' | 'light' | 'dark';
}

/** What is set in the list of evidence, under a name. */
export interface SavedView {
  name: string;
  /** The query of its address, without `?`. */
  search: string;
}

export const DEFAULT_SETTINGS: Settings = {
  office: '',
  officers: [],
  deskIdleMinutes: 60,
  lockIdleMinutes: 30,
  disabledSites: [],
  captureMethod: 'debugger',
  lazyScroll: { maxScreens: 30, maxSeconds: 20 },
  replayCopy: false,
  askForChain: true,
  recordSession: false,
  recogniseWhileBrowsing: false,
  patrolCapture: 'claims',
  patrolPaceSeconds: 5,
  recheckDays: 30,
  judging: USUAL_JUDGING,
  referenceDate: null,
  timestampUrl: null,
  stampRoots: [],
  papers: {},
  routes: [],
  routing: '',
  calendar: [],
  trustedKeys: [],
  portals: {},
  currentCaseId: null,
  savedViews: [],
  compactRows: false,
  poolEveryMinutes: 0,
  theme: 'system',
};

/** What arrives from outside is checked by these shapes; each is that of its setting. */
SETTING_SHAPES satisfies {
  [Name in Exclude<keyof Settings, 'currentCaseId'>]: GenericSchema<unknown, Settings[Name]>;
};

/** Of complete settings those that are not as delivered: kept whole, they would hide what an administrator hands out. */
export const ownOf = (stored: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(stored).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[name as keyof Settings]),
    ),
  );

/** The one stored settings item: what was set on this machine, and nothing else. */
export const settingsItem = storage.defineItem<Partial<Settings>>('local:settings', {
  fallback: {},
  version: 2,
  migrations: { 2: ownOf },
});

/** The settings in force, complete: as delivered, as the administrator hands out, as set here, as the administrator locks. */
export async function readSettings(): Promise<Settings> {
  return settingsUnder(await readManaged());
}

/** The settings as they are in force under what an administrator hands out. */
export async function settingsUnder({ values, locked }: ManagedSettings): Promise<Settings> {
  const own = await settingsItem.getValue();
  const fixed = Object.fromEntries(locked.map((name) => [name, values[name]]));
  return { ...DEFAULT_SETTINGS, ...values, ...own, ...fixed };
}

/** Tells of changes of the settings in force, by the office or by its administrator; answers how to stop that. */
export function watchSettings(follow: () => unknown): () => void {
  const stops = [settingsItem.watch(() => void follow()), watchManaged(() => void follow())];
  return () => {
    for (const stop of stops) stop();
  };
}

let changing: Promise<unknown> = Promise.resolve();

/** Changes some settings. One change follows the other, also one of another window, so that none starts from what another is about to replace. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  const changed = changing.then(() =>
    inTurn('settings', async () => settingsItem.setValue({ ...(await settingsItem.getValue()), ...change })),
  );
  changing = changed.catch(() => undefined);
  return changed;
}
