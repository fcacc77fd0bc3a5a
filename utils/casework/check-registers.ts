import { localDay } from '../base/local-day.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { foldNumber } from '../certificate/kind.ts';
import {
  doubtfulStanding,
  notInRegister,
  type RegisterQuestion,
  registerQuestion,
  standingDay,
} from '../lists/check-certificate.ts';
import { lookUpKeys } from '../lists/name-key.ts';
import { createNearSearch, type NearSearch } from '../lists/near-names.ts';
import { type RegisterList, stampOf } from '../lists/register.ts';
import { standingFaults } from '../lists/standing-faults.ts';
import type { StoredRegisterEntry } from '../store/evidence-database.ts';
import { findEntries, listRegisters, readNames } from '../store/register-store.ts';
import { readSettings } from '../store/settings.ts';

/** A page with more unknown bodies is hostile or a catalogue: the others stand without near names. */
const MOST_NEAR = 12;
const MOST_KEPT = 200;

/** The search over the lists asked last, and what it found: a page in view is read anew with every change. */
let nearby: { key: string; search: Promise<NearSearch>; found: Map<string, string[]> } | undefined;

async function searchOver(lists: readonly RegisterList[]): Promise<NearSearch> {
  return createNearSearch((await Promise.all(lists.map(({ id }) => readNames(id)))).flat());
}

/** @param budget searches that may still be made for this page */
async function near(lists: readonly RegisterList[], name: string, budget: { left: number }): Promise<string[]> {
  const key = lists.map(({ id }) => id).join(' ');
  if (nearby?.key !== key) {
    nearby = { key, search: searchOver(lists), found: new Map() };
    nearby.search.catch(() => {
      nearby = undefined;
    });
  }
  const { search, found } = nearby;
  const known = found.get(name);
  if (known) return known;
  if (budget.left === 0) return [];
  budget.left -= 1;
  const names = (await search)(name);
  if (found.size >= MOST_KEPT) found.clear();
  found.set(name, names);
  return names;
}

/** The rows of a body in the lists, under the first of its keys that is there. */
async function listedRows(lists: readonly RegisterList[], name: string): Promise<StoredRegisterEntry[]> {
  for (const key of lookUpKeys(name)) {
    const rows = await findEntries(lists, 'name', key);
    if (rows.length > 0) return rows;
  }
  return [];
}

async function checked<Shown extends Certificate>(
  certificate: Shown,
  { kind, field, name, approvalNumber }: RegisterQuestion,
  all: readonly RegisterList[],
  budget: { left: number },
  today: string,
): Promise<Shown> {
  const lists = all.filter((list) => list.kind === kind);
  if (lists.length === 0) return certificate;
  const rows = await listedRows(lists, name);
  if (rows.length > 0) {
    const holding = lists.filter(({ id }) => rows.some(({ listId }) => listId === id)).map(stampOf);
    const names = [...new Set(rows.map((row) => row.name))];
    const listed = { field, name, listed: true, lists: holding, names };
    const against = rows.map((row) => standingFaults(row, standingDay(certificate, today), certificate.kind));
    // A body that stands twice, once in order, is in order.
    const faults = against.every(({ length }) => length > 0) ? against[0]! : [];
    if (faults.length === 0) return { ...certificate, registerChecks: [listed] };
    return {
      ...certificate,
      registerChecks: [{ ...listed, faults }],
      problems: [...certificate.problems, doubtfulStanding(listed, faults)],
    };
  }
  const check = { field, name, listed: false, lists: lists.map(stampOf), names: await near(lists, name, budget) };
  const [owner] = await findEntries(lists, 'number', foldNumber(approvalNumber ?? ''));
  return {
    ...certificate,
    registerChecks: [check],
    problems: [...certificate.problems, notInRegister(check, owner?.name)],
  };
}

/**
 * The certificates with what the office's lists say of the bodies they name, and a problem added where a body stands in none of
 * the lists of its kind, or where its approval was revoked, has run out or does not cover the certificate. Without a list of the kind nothing is said.
 */
export async function withRegisterChecks<Shown extends Certificate>(
  certificates: readonly Shown[],
): Promise<readonly Shown[]> {
  const questions = certificates.map(registerQuestion);
  if (questions.every((question) => question === null)) return certificates;
  const lists = await listRegisters();
  if (lists.length === 0) return certificates;
  const budget = { left: MOST_NEAR };
  const today = (await readSettings()).referenceDate ?? localDay(new Date());
  return Promise.all(
    certificates.map((certificate, index) => {
      const question = questions[index];
      return question ? checked(certificate, question, lists, budget, today) : certificate;
    }),
  );
}
