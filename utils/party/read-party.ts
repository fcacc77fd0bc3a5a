import { OF_CERTIFICATE, OF_PARTY, PARTY_FACTS, PARTY_PATTERNS, type PartyPattern } from '../../rules/party-facts.ts';
import { isCreditCode } from '../certificate/credit-code.ts';
import type { PartyFact } from './party-fact.ts';

/** Longest text of a frame that is read from either end: who runs a page stands at its head, in its offer or in its footer. */
const READ = 200_000;
/** Different values of one fact that are kept: a page that names more is a directory. */
const MOST = 3;
/** Characters before a value in which words tell whose it is, and those that are kept on either side. */
const NEAR = 60;
const AROUND = 24;

const lastOf = (text: string, words: RegExp): number => {
  let last = -1;
  for (const { index } of text.matchAll(words)) last = index;
  return last;
};

/** A name, code or address that a certificate on the page shows is its holder's. */
const isOfCertificate = (before: string): boolean => {
  const certificate = lastOf(before, OF_CERTIFICATE);
  return certificate >= 0 && certificate > lastOf(before, OF_PARTY);
};

const NOT_OF_CERTIFICATE = new Set(['name', 'creditCode', 'registeredAddress', 'businessAddress']);

const words = (text: string) => text.replace(/\s+/g, ' ');

function factsOf(text: string, { fact, pattern }: PartyPattern): PartyFact[] {
  const found: PartyFact[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = match.groups!.value!.trim();
    const at = match.index + match[0].lastIndexOf(value);
    if (NOT_OF_CERTIFICATE.has(fact) && isOfCertificate(text.slice(Math.max(0, match.index - NEAR), at))) continue;
    found.push({
      fact,
      value,
      before: words(text.slice(Math.max(0, at - AROUND), at)),
      after: words(text.slice(at + value.length, at + value.length + AROUND)),
      ...(fact === 'creditCode' ? { checked: isCreditCode(value) ? 'fits' : 'differs' } : {}),
    });
    if (found.length === MOST) break;
  }
  return found;
}

const ends = (text: string) => (text.length <= 2 * READ ? text : `${text.slice(0, READ)}\n${text.slice(-READ)}`);

/** Each value once, codes whose check character fits first, at most so many of a kind. */
function sorted(facts: readonly PartyFact[]): PartyFact[] {
  return PARTY_FACTS.flatMap((kind) => {
    const own = facts.filter(({ fact }) => fact === kind);
    const once = own.filter(({ value }, index) => own.findIndex((other) => other.value === value) === index);
    return once.sort((a, b) => Number(a.checked === 'differs') - Number(b.checked === 'differs')).slice(0, MOST);
  });
}

/**
 * Who stands behind a page, as the page itself says; what it does not say is not there.
 * @param texts as the reader sees them, one a frame, the top frame first
 */
export function readParty(texts: readonly string[], url: string): PartyFact[] {
  const read = texts.map(ends);
  return sorted(
    PARTY_PATTERNS.flatMap((one) =>
      (one.inAddress ? [url.slice(0, 2_000)] : read).flatMap((text) => factsOf(text, one)),
    ),
  );
}
