import type { EvidenceRecord, Officer } from './record.ts';

/** Who is at the desk (在岗): the officer who acts and, where two are required, the companion who is there too. */
export interface Desk {
  officer: Officer;
  companion?: Officer;
  /** UTC, ISO 8601, when they last said so. */
  since: string;
}

/**
 * Whether anybody can be named for what is done now: `empty` – nobody has said that they are here, or they are no longer among
 * the office's officers; `idle` – nothing was done for so long that they have to say so again.
 */
export type DeskState = 'present' | 'idle' | 'empty';

/** Two entries that are one person: the same name or the same licence number; a mistyped number makes no second person. */
export const isSamePerson = (one: Officer, other: Officer): boolean =>
  one.name.trim() === other.name.trim() || (one.licence.trim() !== '' && one.licence.trim() === other.licence.trim());

const isListed = (officer: Officer, officers: readonly Officer[]) =>
  officers.some(({ name, licence }) => name === officer.name && licence === officer.licence);

/**
 * @param activeAt last act of whoever is at the desk, UTC, ISO 8601
 * @param now milliseconds since the epoch
 */
export function deskState(
  desk: Desk | null,
  activeAt: string | null,
  { officers, idleMinutes, now }: { officers: readonly Officer[]; idleMinutes: number; now: number },
): DeskState {
  if (!desk || !isListed(desk.officer, officers)) return 'empty';
  if (desk.companion && !isListed(desk.companion, officers)) return 'empty';
  const last = Math.max(Date.parse(desk.since), activeAt ? Date.parse(activeAt) : 0);
  return now - last > idleMinutes * 60_000 ? 'idle' : 'present';
}

/** The officer first, then the companion. */
export const peopleAt = ({ officer, companion }: Desk): readonly Officer[] =>
  companion ? [officer, companion] : [officer];

/** Names as the custody log writes them; nobody known is said. */
export const personOf = ({ officers }: { officers: readonly Officer[] }): string =>
  officers.map(({ name }) => name).join('、') || '未登记';

/** An officer with licence number, as papers and log lines write them. */
export const officerInWords = ({ name, licence }: Officer): string => `${name}（执法证号 ${licence || '未登记'}）`;

/** Those at the desk, in a line of the log. */
export const deskInWords = ({ officer, companion }: Desk): string =>
  `在岗 ${officerInWords(officer)}${companion ? `，同行 ${officerInWords(companion)}` : '，无同行人员'}`;

/**
 * Who captured an item, where that is known: the first officer of a record, unless it was sealed by a version that wrote down
 * every officer of the settings and there were several.
 */
export const capturerOf = ({ officers, attendedSince }: EvidenceRecord): Officer | undefined =>
  attendedSince || officers.length === 1 ? officers[0] : undefined;

/** Whether an officer can be the second one of an item: whoever captured it cannot. */
export const canConfirm = (record: EvidenceRecord, officer: Officer): boolean => {
  const capturer = capturerOf(record);
  return !(capturer && isSamePerson(capturer, officer));
};
