import { NUMBER_FORMATS } from '../../rules/certificate-numbers.ts';
import {
  AUTHORITY_LIST,
  OTHER_NUMBERS,
  OTHER_PAPERS,
  OTHER_REPORTS,
  PERSONAL_PAPERS,
  REPROOF,
} from '../../rules/other-papers.ts';
import type { CertificateField, CertificateKind } from '../../rules/papers/certificate-terms.ts';
import { isBodyNumber } from './group.ts';
import { foldNumber, kindOf, namesKind } from './kind.ts';
import type { Group, Reading } from './label-reading.ts';

/** What of a group is weighed. */
interface Facts {
  text: string;
  titled: boolean;
  readings: readonly Reading[];
  kind: CertificateKind;
  /** Readings with a value. */
  shown: readonly Reading[];
  /** Fields that are shown; the day of a test is none. */
  fields: number;
  /** Fields that stand under labels of their own on certificates, covered ones too. */
  specific: number;
  /** Fields that make a paper one: body, date, number, conclusion, validity. */
  core: number;
  number: Reading | undefined;
  /** The number is no weak one, nor a body's own. */
  numbered: boolean;
  has: (meaning: Reading['meaning']) => boolean;
}

interface Check {
  name: string;
  when: (facts: Facts) => boolean;
  shows: boolean | ((facts: Facts) => boolean);
}

const TRADE = /认证|认可|检[验测]|测试|质量|计量|质检|标准|certif|test|inspect|quality|laborator/i;
const OF_GOODS: ReadonlySet<string> = new Set([
  'conclusion',
  'productName',
  'modelSpec',
  'standard',
  'scope',
  'approvalNumber',
]);

/** A paper without a name of its kind is one of ours when a body of the trade issued it, or when it speaks of goods. */
const speaksOfTrade = ({ shown }: Facts) =>
  shown.some(({ meaning, raw }) => OF_GOODS.has(meaning) || (meaning === 'issuingBody' && TRADE.test(raw)));

const CORE: readonly CertificateField[] = ['issuingBody', 'issueDate', 'certificateNumber', 'conclusion', 'validUntil'];

const fitsFormat = ({ number, kind }: Facts) =>
  NUMBER_FORMATS.some((format) => format.kind === kind && format.pattern.test(foldNumber(number!.value)));

/** In sentences alone nothing is labelled. */
const isTold = ({ shown }: Facts) => shown.every(({ label }) => label === '');

const hidesNumber = ({ readings }: Facts) =>
  readings.some(({ meaning, value, raw }) => meaning === 'certificateNumber' && value === '' && raw !== '');

const namesItself = ({ readings }: Facts) =>
  readings.some(({ meaning, raw }) => meaning === 'certificateName' && namesKind(raw));

/** In the order in which they are asked: the first that holds decides. */
const CHECKS: readonly Check[] = [
  {
    name: 'a paper of a person',
    when: ({ readings, text }) => readings.some(({ meaning }) => meaning === 'person') || PERSONAL_PAPERS.test(text),
    shows: false,
  },
  { name: 'a report of another trade', when: ({ text }) => OTHER_REPORTS.test(text), shows: false },
  {
    name: 'the number of another paper',
    when: ({ number }) => number !== undefined && OTHER_NUMBERS.pattern.test(foldNumber(number.value)),
    shows: false,
  },
  {
    name: 'told without number and date',
    when: (facts) => isTold(facts) && !facts.number && !facts.has('issueDate'),
    shows: false,
  },
  { name: 'a reproof', when: ({ text }) => REPROOF.test(text), shows: false },
  {
    name: 'another paper',
    when: ({ text, numbered, kind }) => OTHER_PAPERS.test(text) && !(numbered && kind !== 'unknown'),
    shows: false,
  },
  {
    name: 'a list of an authority',
    when: ({ text, numbered }) => !numbered && AUTHORITY_LIST.test(text),
    shows: false,
  },
  {
    name: 'no kind and nothing of the trade',
    when: (facts) => facts.kind === 'unknown' && !speaksOfTrade(facts),
    shows: false,
  },
  {
    name: 'a report of nothing of the trade',
    when: (facts) => facts.kind === 'inspection-report' && !speaksOfTrade(facts) && !TRADE.test(facts.text),
    shows: false,
  },
  {
    name: 'a number that is told',
    when: ({ numbered, number }) => numbered && number!.label === '',
    shows: (facts) => facts.fields >= 2 || fitsFormat(facts),
  },
  {
    name: 'a number',
    when: ({ numbered }) => numbered,
    shows: ({ fields, kind }) => fields >= 2 || kind !== 'unknown',
  },
  {
    name: 'a weakly labelled number of the form of its kind',
    when: (facts) => facts.number?.weak === true && fitsFormat(facts),
    shows: ({ fields, text }) => fields >= 2 || namesKind(text),
  },
  {
    name: 'a covered number under a title',
    when: (facts) =>
      hidesNumber(facts) &&
      (facts.titled || facts.readings.some(({ meaning }) => meaning === 'certificateName')) &&
      facts.kind !== 'unknown' &&
      facts.fields >= 2,
    shows: true,
  },
  {
    name: 'a weak number on a paper that names itself',
    when: (facts) => facts.number !== undefined && namesItself(facts) && facts.core >= 3 && facts.kind !== 'unknown',
    shows: true,
  },
  {
    name: 'a weak number under a title',
    when: ({ number, titled, core, specific, text }) =>
      number !== undefined && titled && core >= 2 && specific >= 1 && namesKind(text),
    shows: true,
  },
  {
    name: 'too few fields',
    when: ({ core, fields, specific }) => core < 2 || (fields < 2 && !(specific >= 3 && core >= 3)),
    shows: false,
  },
  {
    name: 'fields of no kind',
    when: ({ kind }) => kind === 'unknown',
    shows: ({ specific, core, fields }) => specific >= 2 && core >= 3 && fields >= 2,
  },
  {
    name: 'fields',
    when: () => true,
    shows: ({ specific, core, titled }) => specific >= 2 || (core >= 3 && (specific >= 1 || titled)),
  },
];

function factsOf({ readings, text, titled }: Group, kind: CertificateKind): Facts {
  const shown = readings.filter(({ value }) => value !== '');
  const meanings = new Set(shown.map(({ meaning }) => meaning).filter((meaning) => meaning !== 'testDate'));
  const specific = new Set(
    readings.filter((reading) => reading.specific && reading.raw !== '').map(({ meaning }) => meaning),
  );
  const number = shown.find(({ meaning }) => meaning === 'certificateNumber');
  return {
    text,
    titled,
    readings,
    kind,
    shown,
    fields: meanings.size,
    specific: specific.size,
    core: CORE.filter((field) => meanings.has(field) || specific.has(field)).length,
    number,
    numbered: number !== undefined && !number.weak && !isBodyNumber(number),
    has: (meaning) => meanings.has(meaning as CertificateField),
  };
}

/** Whether enough is shown that only a certificate carries, and nothing that makes it another paper; and what decided. */
export function weighGroup(group: Group): { shows: boolean; by: string } {
  const facts = factsOf(group, kindOf(group));
  const check = CHECKS.find(({ when }) => when(facts))!;
  return { shows: typeof check.shows === 'boolean' ? check.shows : check.shows(facts), by: check.name };
}

/** The names of the checks, in their order. */
export const CHECK_NAMES: readonly string[] = CHECKS.map(({ name }) => name);

export const showsCertificate = (group: Group): boolean => weighGroup(group).shows;
