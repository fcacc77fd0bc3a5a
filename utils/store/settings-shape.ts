import * as v from 'valibot';
import { STRICTNESSES } from '../../rules/judging.ts';
import { CATEGORIES } from '../../rules/rule.ts';
import { PAPER_KINDS } from '../documents/paper-kinds.ts';
import { CASE_SOURCES } from '../evidence/case.ts';
import { PATROL_CAPTURES } from '../patrol/patrol.ts';

const line = v.pipe(v.string(), v.maxLength(500));
const address = v.pipe(line, v.url(), v.regex(/^https?:/i));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const few = <Entry extends v.GenericSchema>(entry: Entry) => v.pipe(v.array(entry), v.maxLength(1_000));
const day = v.pipe(v.string(), v.isoDate());
const span = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(?:\.\.\d{4}-\d{2}-\d{2})?$/));
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const paper = v.object({ title: line, numberPattern: line });

/** What each setting may be where it comes from outside: from the administrator's policy or from a file. */
export const SETTING_SHAPES = {
  office: line,
  officers: few(v.object({ name: line, licence: line })),
  deskIdleMinutes: whole(1, 1_440),
  lockIdleMinutes: whole(0, 1_440),
  disabledSites: few(line),
  captureMethod: v.picklist(['debugger', 'scroll']),
  lazyScroll: v.object({ maxScreens: whole(0, 500), maxSeconds: whole(0, 300) }),
  replayCopy: v.boolean(),
  askForChain: v.boolean(),
  recordSession: v.boolean(),
  recogniseWhileBrowsing: v.boolean(),
  judging: v.object({ strictness: v.picklist(STRICTNESSES), personalPapers: v.boolean() }),
  patrolCapture: v.picklist(PATROL_CAPTURES),
  patrolPaceSeconds: whole(0, 3_600),
  recheckDays: whole(1, 3_650),
  referenceDate: v.nullable(day),
  timestampUrl: v.nullable(address),
  stampRoots: few(v.object({ fingerprint })),
  papers: v.partial(v.object(Object.fromEntries(PAPER_KINDS.map((kind) => [kind, paper])))),
  routes: few(
    v.object({
      category: v.picklist(['', ...CATEGORIES]),
      source: v.picklist(['', ...CASE_SOURCES]),
      section: line,
      brigade: line,
    }),
  ),
  routing: v.pipe(v.string(), v.maxLength(5_000)),
  calendar: few(v.object({ year: whole(2_000, 2_100), daysOff: few(span), workedWeekends: few(span), source: line })),
  trustedKeys: few(v.object({ fingerprint, holder: line, addedOn: day })),
  portals: v.record(v.pipe(v.string(), v.maxLength(100)), v.union([v.literal(''), address])),
  poolEveryMinutes: whole(0, 1_440),
  savedViews: few(v.object({ name: line, search: v.pipe(v.string(), v.maxLength(5_000)) })),
  compactRows: v.boolean(),
  theme: v.picklist(['system', 'light', 'dark']),
} satisfies Record<string, v.GenericSchema>;

export type ShapedSetting = keyof typeof SETTING_SHAPES;

export const isShapedSetting = (name: string): name is ShapedSetting => Object.hasOwn(SETTING_SHAPES, name);

/** Of values from outside those that have the shape of their setting, the settings whose value has not, and names of none. */
export function sortSettings(values: Readonly<Record<string, unknown>>): {
  good: Record<string, unknown>;
  faulty: string[];
  unknown: string[];
} {
  const sorted = { good: {} as Record<string, unknown>, faulty: [] as string[], unknown: [] as string[] };
  for (const [name, value] of Object.entries(values)) {
    if (!isShapedSetting(name)) sorted.unknown.push(name);
    else {
      const read = v.safeParse(SETTING_SHAPES[name], value);
      if (read.success) sorted.good[name] = read.output;
      else sorted.faulty.push(name);
    }
  }
  return sorted;
}
