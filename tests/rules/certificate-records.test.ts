import { describe, expect, it } from 'vitest';
import { CERTIFICATE_LABELS } from '../../rules/certificate-fields.ts';
import { KINDS } from '../../rules/certificate-kinds.ts';
import { APPROVAL_NUMBER, CERTIFYING_BODY, CMA_REGIONS, NUMBER_FORMATS } from '../../rules/certificate-numbers.ts';
import { MASKED_VALUES } from '../../rules/masked-values.ts';
import { isOfficialHost, OFFICIAL_HOSTS } from '../../rules/official-hosts.ts';
import { OTHER_LABELS } from '../../rules/other-labels.ts';
import { OTHER_NUMBERS } from '../../rules/other-papers.ts';
import { REQUIRED_FIELDS } from '../../rules/papers/certificate-terms.ts';
import { PORTALS } from '../../rules/portals.ts';
import { STATE_NAME_EXAMPLES } from '../../rules/state-names.ts';
import { checkStateName } from '../../utils/certificate/check-issuer.ts';
import { labelOf } from '../../utils/certificate/labels.ts';
import { isMasked } from '../../utils/certificate/masked.ts';

describe.each([...CERTIFICATE_LABELS, ...OTHER_LABELS])(
  'labels of $meaning',
  ({ meaning, zh, en, source, examples }) => {
    it.each(examples.is)('%s', (label) => expect(labelOf(label)?.meaning).toBe(meaning));
    it.each(examples.isNot)('not %s', (label) => expect(labelOf(label)?.meaning).not.toBe(meaning));
    it('names its source and repeats no label', () => {
      expect(source).not.toBe('');
      for (const labels of [zh.trim().split(/\s+/), en.split('|').map((label) => label.trim())]) {
        expect(new Set(labels).size).toBe(labels.length);
      }
    });
  },
);

describe.each(NUMBER_FORMATS)('numbers of $kind', ({ pattern, source, examples }) => {
  it.each(examples.fits)('%s fits', (number) => expect(number).toMatch(pattern));
  it.each(examples.fails)('%s fails', (number) => expect(number).not.toMatch(pattern));
  it('names its source', () => expect(source).not.toBe(''));
});

describe('names of certifying bodies', () => {
  it.each(CERTIFYING_BODY.examples.fits)('%s fits', (name) => expect(name).toMatch(CERTIFYING_BODY.pattern));
  it.each(CERTIFYING_BODY.examples.fails)('%s fails', (name) => expect(name).not.toMatch(CERTIFYING_BODY.pattern));
});

describe('numbers of other papers', () => {
  it.each(OTHER_NUMBERS.examples.fits)('%s fits', (number) => expect(number).toMatch(OTHER_NUMBERS.pattern));
  it.each(OTHER_NUMBERS.examples.fails)('%s fails', (number) => expect(number).not.toMatch(OTHER_NUMBERS.pattern));
});

describe('approval numbers', () => {
  it.each(APPROVAL_NUMBER.examples.fits)('%s fits', (number) => expect(number).toMatch(APPROVAL_NUMBER.pattern));
  it.each(APPROVAL_NUMBER.examples.fails)('%s fails', (number) => expect(number).not.toMatch(APPROVAL_NUMBER.pattern));
});

describe('regions of CMA numbers', () => {
  it('has the state and thirty-one provinces, Fujian as 13', () => {
    expect(CMA_REGIONS).toHaveLength(32);
    expect(CMA_REGIONS[13]).toBe('福建');
    expect(CMA_REGIONS[31]).toBe('新疆');
  });
});

describe.each(KINDS)('kind $kind', ({ words, applicable, reason, examples }) => {
  it.each(examples.is)('%s', (text) => expect(text).toMatch(words));
  it.each(examples.isNot)('not %s', (text) => expect(text).not.toMatch(words));
  it('says why its fields apply, in the order of the notice', () => {
    expect(reason).not.toBe('');
    expect(applicable).toEqual(REQUIRED_FIELDS.filter((field) => applicable.includes(field)));
  });
});

describe.each(MASKED_VALUES)('masked: $reason', ({ pattern, examples }) => {
  it.each(examples.masked)('“%s” is', (value) => {
    expect(value).toMatch(pattern);
    expect(isMasked(value)).toBe(true);
  });
  it.each(examples.shown)('“%s” is not', (value) => expect(isMasked(value)).toBe(false));
});

describe('hosts and portals', () => {
  it.each(OFFICIAL_HOSTS)('$suffix', ({ suffix, examples }) => {
    expect(isOfficialHost(suffix)).toBe(true);
    expect(isOfficialHost(examples.official)).toBe(true);
    expect(isOfficialHost(examples.other)).toBe(false);
  });
  it('has a portal for every kind, each address empty or https', () => {
    for (const { kind } of KINDS) expect(PORTALS.some(({ kinds }) => kinds.includes(kind))).toBe(true);
    for (const { defaultUrl } of PORTALS) expect(defaultUrl).toMatch(/^(?:|https:\/\/\S+)$/);
    expect(new Set(PORTALS.map(({ id }) => id)).size).toBe(PORTALS.length);
  });
});

describe('state names', () => {
  const problems = (body: string, name?: string) =>
    checkStateName(
      { kind: 'unknown', fields: { issuingBody: { value: body, raw: body } }, codes: [] },
      { today: '2026-11-23', ...(name ? { names: [name] } : {}) },
    );
  it.each(STATE_NAME_EXAMPLES.suspect)('%s is asked about', (body) => expect(problems(body)).toHaveLength(1));
  it.each(STATE_NAME_EXAMPLES.rightful)('%s is not', (body) => expect(problems(body)).toEqual([]));
  it.each(STATE_NAME_EXAMPLES.suspectTitles)('%s is asked about', (name) =>
    expect(problems('甲公司', name)).toHaveLength(1),
  );
  it.each(STATE_NAME_EXAMPLES.rightfulTitles)('%s is not', (name) => expect(problems('甲公司', name)).toEqual([]));
});
