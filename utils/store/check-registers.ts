import type { Certificate } from '../certificate/certificate.ts';
import { foldNumber } from '../certificate/kind.ts';
import { notInRegister, type RegisterQuestion, registerQuestion } from '../register/check-certificate.ts';
import { nameKey, parentKey } from '../register/name-key.ts';
import { nearNames } from '../register/near-names.ts';
import { type RegisterList, stampOf } from '../register/register.ts';
import type { StoredRegisterEntry } from './database.ts';
import { findEntries, listRegisters, readNames } from './register-store.ts';

/** Near names of names asked lately: a page in view is read anew with every change. */
const nearby = new Map<string, Promise<string[]>>();
const MOST_KEPT = 200;

async function searchNear(lists: readonly RegisterList[], name: string): Promise<string[]> {
  const names = (await Promise.all(lists.map(({ id }) => readNames(id)))).flat();
  return nearNames([...new Set(names)], name);
}

function near(lists: readonly RegisterList[], name: string): Promise<string[]> {
  const key = [...lists.map(({ id }) => id), name].join(' ');
  const known = nearby.get(key) ?? searchNear(lists, name);
  if (nearby.size >= MOST_KEPT) nearby.clear();
  nearby.set(key, known);
  return known;
}

/** The rows of a body in the lists: under its own name, or under that of the body whose branch it is. */
async function listedRows(lists: readonly RegisterList[], name: string): Promise<StoredRegisterEntry[]> {
  const own = await findEntries(lists, 'name', nameKey(name));
  return own.length > 0 ? own : findEntries(lists, 'name', parentKey(name) ?? '');
}

async function checked<Shown extends Certificate>(
  certificate: Shown,
  { kind, field, name, approvalNumber }: RegisterQuestion,
  all: readonly RegisterList[],
): Promise<Shown> {
  const lists = all.filter((list) => list.kind === kind);
  if (lists.length === 0) return certificate;
  const rows = await listedRows(lists, name);
  if (rows.length > 0) {
    const holding = lists.filter(({ id }) => rows.some(({ listId }) => listId === id)).map(stampOf);
    const names = [...new Set(rows.map((row) => row.name))];
    return { ...certificate, registerChecks: [{ field, name, listed: true, lists: holding, names }] };
  }
  const check = { field, name, listed: false, lists: lists.map(stampOf), names: await near(lists, name) };
  const [owner] = await findEntries(lists, 'number', foldNumber(approvalNumber ?? ''));
  return {
    ...certificate,
    registerChecks: [check],
    problems: [...certificate.problems, notInRegister(check, owner?.name)],
  };
}

/**
 * The certificates with what the office's lists say of the bodies they name, and a problem added where a body stands in none of
 * the lists of its kind. Without a list of the kind nothing is said.
 */
export async function withRegisterChecks<Shown extends Certificate>(
  certificates: readonly Shown[],
): Promise<readonly Shown[]> {
  const questions = certificates.map(registerQuestion);
  if (questions.every((question) => question === null)) return certificates;
  const lists = await listRegisters();
  if (lists.length === 0) return certificates;
  return Promise.all(
    certificates.map((certificate, index) => {
      const question = questions[index];
      return question ? checked(certificate, question, lists) : certificate;
    }),
  );
}
