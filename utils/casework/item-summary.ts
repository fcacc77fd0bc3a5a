import { fieldsOfValue, type RequiredField } from '../../rules/papers/certificate-terms.ts';
import type { Level } from '../../rules/rule.ts';
import type { CalendarYear } from '../../rules/work-calendar.ts';
import { siteOf } from '../base/host-of.ts';
import { openProblems } from '../certificate/answered-doubts.ts';
import type { ProblemCode } from '../certificate/certificate.ts';
import type { Addendum } from '../evidence/addendum.ts';
import type { Case, CaseSource } from '../evidence/case.ts';
import { caseDeadline, type DeadlineState, deadlineState, localDate } from '../evidence/deadline.ts';
import { isPractice } from '../evidence/practice.ts';
import type { EvidenceItem, ItemStatus } from '../evidence/record.ts';
import { countedCertificates, standingOf, standingValue } from '../evidence/standing.ts';
import type { Disposition, Finding } from '../scan/finding.ts';

/** One row of the library: what is listed, filtered, sorted and searched, taken from an item once. */
export interface ItemSummary {
  id: string;
  title: string;
  url: string;
  /** Host name without `www.`; empty for a file or an unreadable address. */
  host: string;
  /** A picture from elsewhere, captured from no page: `url` says where it is stated to come from. */
  external?: true;
  /** Sealed for practice: it counts in no figure and is due for nothing. */
  practice?: true;
  /** Claims that no person has marked as false positive, by level. */
  strong: number;
  weak: number;
  /** Required certificate fields not shown, and problems, over all certificates. */
  missing: number;
  doubts: number;
  /** Which required fields some certificate does not show, each once. */
  missingFields: readonly RequiredField[];
  /** What became of the wordings found, each once; those that a person struck off are `dismissed`. */
  dispositions: readonly (Disposition | 'dismissed')[];
  /** Codes of the problems that stand open, each once. */
  problems: readonly ProblemCode[];
  certificates: number;
  /** What persons decided of it: marked a finding as false positive, corrected or struck off a certificate. */
  judged: readonly Judgement[];
  /** UTC, ISO 8601. */
  capturedAt: string;
  /** Local date of the capture, ISO 8601. */
  date: string;
  status: ItemStatus;
  /** Last working day for the check; absent once the item is settled. */
  deadline?: { date: string; state: DeadlineState; certain: boolean; extended: boolean };
  caseId?: string;
  caseName?: string;
  /** The office that the record names, where it is another than the one of this library. */
  otherOffice?: string;
  /** What its case says that it is looked for by. */
  owner?: OwnerFacts;
  rules: readonly { id: string; name: string; level: Level }[];
  phrases: readonly string[];
  certificateNumbers: readonly string[];
  /** Names of artefacts that did not match their digest at the last check. */
  damaged: readonly string[];
  exported: boolean;
  /** A second officer confirmed it. */
  confirmed: boolean;
  /** It has an RFC 3161 time stamp. */
  stamped: boolean;
  /** The record cannot be shown: it was taken in by a version that let it pass, or is damaged. */
  unreadable?: boolean;
}

/** What a case says that its items are looked for and filtered by; empty where it says nothing. */
export interface OwnerFacts {
  number: string;
  party: string;
  creditCode: string;
  platform: string;
  shop: string;
  handler: string;
  /** Where the lead came from. */
  source: CaseSource | '';
  /** Summary and notes. */
  notes: readonly string[];
}

/** The kinds of decisions of persons that the list can be filtered by. */
export const JUDGEMENTS = ['dismissed', 'corrected', 'struck-off', 'looked-up'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

function judgementsOf(item: EvidenceItem, addenda: readonly Addendum[]): readonly Judgement[] {
  const certificates = standingOf(item.record.certificates, addenda);
  const made: Record<Judgement, boolean> = {
    dismissed: item.dismissed.length > 0,
    corrected: certificates.some(({ corrections }) => corrections !== undefined),
    'struck-off': certificates.some(({ struckOff }) => struckOff),
    'looked-up': addenda.some(({ kind }) => kind === 'look-up'),
  };
  return JUDGEMENTS.filter((judgement) => made[judgement]);
}

/** Claims that still count: no quotation, no denial, not marked as false positive. */
export function countedClaims(item: EvidenceItem): readonly Finding[] {
  const dismissed = new Set(item.dismissed);
  return item.record.findings.filter((finding) => finding.disposition === 'claim' && !dismissed.has(finding.id));
}

function dispositionsOf(item: EvidenceItem): ItemSummary['dispositions'] {
  const dismissed = new Set(item.dismissed);
  return [
    ...new Set(item.record.findings.map(({ id, disposition }) => (dismissed.has(id) ? 'dismissed' : disposition))),
  ];
}

type CaseFacts = Pick<Case, 'name' | 'number' | 'foundOn' | 'extendedOn' | 'pauses'> &
  Partial<Pick<Case, 'party' | 'platform' | 'shop' | 'handler' | 'source' | 'summary' | 'entries'>>;

const ownerFacts = ({ number, party, platform, shop, handler, source, summary, entries }: CaseFacts): OwnerFacts => ({
  number,
  party: party?.name ?? '',
  creditCode: party?.creditCode ?? '',
  platform: platform ?? '',
  shop: shop ?? '',
  handler: handler?.name ?? '',
  source: source ?? '',
  notes: [summary ?? '', ...(entries ?? []).flatMap(({ kind, text }) => (kind === 'note' ? [text] : []))].filter(
    Boolean,
  ),
});

/** What rows are reckoned by. */
export interface Reckoning {
  /** ISO 8601 date, local. */
  today: string;
  /** The office's own years of the working calendar. */
  calendar?: readonly CalendarYear[] | undefined;
  /** Name of the office whose library this is. */
  office?: string | undefined;
}

/** The days run from the finding of the case's lead, or of the item itself outside a case. */
function deadlineOf(
  item: EvidenceItem,
  owner: CaseFacts | undefined,
  { today, calendar }: Reckoning,
): ItemSummary['deadline'] {
  if (isPractice(item) || item.status === 'transferred' || item.status === 'unfounded') return undefined;
  const found = owner?.foundOn || localDate(item.record.startedAt, item.record.timeZone);
  const { date, certain, extended = false } = caseDeadline({ ...owner, foundOn: found }, calendar);
  return { date, certain, extended, state: deadlineState(date, today) };
}

/** What a case is called in lists: its name, or its number while it has none. */
export const caseLabel = ({ name, number }: Pick<Case, 'name' | 'number'>) => name || number;

/**
 * The row of an item.
 * @param owner The item's case.
 * @param addenda what was learnt of it since, oldest first: a correction changes what is missing
 */
export function summariseItem(
  item: EvidenceItem,
  owner: CaseFacts | undefined,
  reckoning: Reckoning,
  addenda: readonly Addendum[] = [],
): ItemSummary {
  const { record } = item;
  const certificates = countedCertificates(item, addenda);
  const claims = countedClaims(item);
  const rules = new Map(claims.map(({ ruleId, ruleName, level }) => [ruleId, { id: ruleId, name: ruleName, level }]));
  const deadline = deadlineOf(item, owner, reckoning);
  const problems = certificates.flatMap(openProblems);
  return {
    id: item.id,
    title: record.page.title.trim() || record.page.url,
    url: record.external ? record.external.where : record.page.url,
    host: record.external ? '' : siteOf(record.page.url),
    ...(record.external ? { external: true as const } : {}),
    ...(isPractice(item) ? { practice: true as const } : {}),
    ...(reckoning.office && record.office && record.office !== reckoning.office ? { otherOffice: record.office } : {}),
    strong: claims.filter(({ level }) => level === 'strong').length,
    weak: claims.filter(({ level }) => level === 'weak').length,
    missing: certificates.reduce((sum, { missing }) => sum + missing.length, 0),
    doubts: problems.length,
    missingFields: [...new Set(certificates.flatMap(({ missing }) => missing))],
    dispositions: dispositionsOf(item),
    problems: [...new Set(problems.map(({ code }) => code))],
    certificates: certificates.length,
    judged: judgementsOf(item, addenda),
    capturedAt: record.startedAt,
    date: localDate(record.startedAt, record.timeZone),
    status: item.status,
    ...(deadline ? { deadline } : {}),
    ...(item.caseId ? { caseId: item.caseId } : {}),
    ...(owner ? { caseName: caseLabel(owner), owner: ownerFacts(owner) } : {}),
    rules: [...rules.values()],
    phrases: [...new Set(claims.flatMap(({ phrase, matchedText }) => [phrase, matchedText]))],
    certificateNumbers: certificates.flatMap((certificate) =>
      fieldsOfValue('number')
        .flatMap((field) => [standingValue(certificate, field), certificate.fields[field]?.value ?? ''])
        .filter((value, index, all) => value !== '' && all.indexOf(value) === index),
    ),
    damaged: item.health.damaged,
    exported: item.exportedAt !== undefined,
    confirmed: (item.confirmations?.length ?? 0) > 0,
    stamped: item.stampedAt !== undefined,
  };
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The row of an item whose record no reader can rely on: enough to see it, to open it and to delete it. */
function unreadableSummary(item: EvidenceItem): ItemSummary {
  const { id, record, status, caseId, health } = item;
  const { page, startedAt } = (record ?? {}) as Partial<EvidenceItem['record']>;
  const url = word(page?.url);
  return {
    ...{ id, url, title: word(page?.title) || url || id, host: '', status },
    ...{ strong: 0, weak: 0, missing: 0, doubts: 0, certificates: 0 },
    ...{ capturedAt: word(startedAt), date: '' },
    ...(caseId ? { caseId } : {}),
    ...{ missingFields: [], dispositions: [] },
    ...{ judged: [], rules: [], problems: [], phrases: [], certificateNumbers: [], damaged: health?.damaged ?? [] },
    ...{ exported: false, confirmed: false, stamped: false, unreadable: true },
    ...(isPractice(item) ? { practice: true as const } : {}),
  };
}

const isText = (value: unknown) => typeof value === 'string';
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isCount = Number.isSafeInteger;
/** Of an item's keeping or its case, which this library wrote itself. */
const isOwn = () => true;

/** Search, sorting, filters and labels rely on these kinds, whatever a record of another making holds: each member has its check. */
const KINDS = {
  ...{ id: isText, title: isText, url: isText, host: isText, capturedAt: isText, date: isText },
  ...{ strong: isCount, weak: isCount, missing: isCount, doubts: isCount, certificates: isCount },
  ...{ missingFields: areTexts, dispositions: areTexts },
  ...{ problems: areTexts, phrases: areTexts, certificateNumbers: areTexts, damaged: areTexts, judged: areTexts },
  rules: (value) => (value as ItemSummary['rules']).every(({ id, name, level }) => areTexts([id, name, level])),
  otherOffice: (value) => value === undefined || isText(value),
  ...{ external: isOwn, practice: isOwn, status: isOwn, deadline: isOwn, caseId: isOwn, caseName: isOwn, owner: isOwn },
  ...{ exported: isOwn, confirmed: isOwn, stamped: isOwn, unreadable: isOwn },
} satisfies Record<keyof ItemSummary, (value: unknown) => boolean>;

const isPlain = (summary: ItemSummary): boolean =>
  Object.entries(KINDS).every(([name, isOfKind]) => isOfKind(summary[name as keyof ItemSummary]));

/** The row of an item, or of one that cannot be read; it costs its own row, never the list. */
function rowOf(item: EvidenceItem, ...rest: Tail<Parameters<typeof summariseItem>>): ItemSummary {
  try {
    const summary = summariseItem(item, ...rest);
    return isPlain(summary) ? summary : unreadableSummary(item);
  } catch {
    // Whatever a record of another making holds: the row says that it cannot be read, and the item page why.
    return unreadableSummary(item);
  }
}

type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Rows with what they were made of: among thousands of items one changes at a time. */
const made = new WeakMap<EvidenceItem, { of: readonly unknown[]; row: ItemSummary }>();

/** The rows of all items, in their order; that of an item is made anew when something that it is made of is another object. */
export function summariseItems(
  items: readonly EvidenceItem[],
  cases: ReadonlyMap<string, CaseFacts>,
  reckoning: Reckoning,
  addenda: ReadonlyMap<string, readonly Addendum[]> = new Map(),
): ItemSummary[] {
  const { today, calendar, office } = reckoning;
  return items.map((item) => {
    const owner = cases.get(item.caseId ?? '');
    const own = addenda.get(item.id);
    const of = [owner, own, today, calendar, office];
    const before = made.get(item);
    if (before?.of.every((each, index) => each === of[index])) return before.row;
    const row = rowOf(item, owner, reckoning, own);
    made.set(item, { of, row });
    return row;
  });
}
