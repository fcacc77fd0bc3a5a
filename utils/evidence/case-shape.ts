import * as v from 'valibot';
import { memberName, word } from '../base/shape.ts';
import { CASE_SOURCES, CASE_STAGES, LAW_CHOICES } from './case.ts';

/*
 * Whatever screens, papers and reckonings take out of a case is checked here; members that this version does not know stay as they are.
 */

/** As far as a field for dates goes: behind these years nothing can be reckoned. */
const LAST_DAY = '9998-12-31';

/** Days that do not count are compared with each day on the way to a deadline. */
const MOST_PAUSES = 200;

export const sharedText = v.pipe(v.string(), v.maxLength(100_000));

const isDay = (date: string) =>
  /^\d{4}-\d\d-\d\d$/.test(date) && date <= LAST_DAY && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));

/** A local date, or nothing yet. */
const day = v.pipe(
  v.string(),
  v.check((date) => date === '' || isDay(date)),
);

const span = v.pipe(
  v.string(),
  v.check((text) => {
    const [from = '', until = from, ...rest] = text.split('..');
    return rest.length === 0 && isDay(from) && isDay(until);
  }),
);

/** UTC, as this product writes it. */
export const sharedInstant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => isDay(text.slice(0, 10))),
);

export const sharedOfficer = v.looseObject({ name: sharedText, licence: sharedText });

const texts = v.array(sharedText);

const reading = v.looseObject({
  url: sharedText,
  itemId: v.optional(sharedText),
  facts: v.array(
    v.looseObject({
      fact: memberName,
      value: sharedText,
      before: sharedText,
      after: sharedText,
      checked: v.optional(v.picklist(['fits', 'differs'])),
    }),
  ),
});

const leadRow = v.looseObject({
  list: sharedText,
  fileName: sharedText,
  format: v.picklist(['xlsx', 'csv']),
  importedAt: sharedInstant,
  row: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31)),
  number: sharedText,
  heads: texts,
  cells: texts,
});

/** A case as another machine has it. */
export const caseShape = v.looseObject({
  id: v.pipe(sharedText, v.minLength(1)),
  number: sharedText,
  name: sharedText,
  source: v.picklist(CASE_SOURCES),
  foundOn: day,
  party: v.looseObject({
    name: sharedText,
    creditCode: sharedText,
    registeredAddress: sharedText,
    businessAddress: sharedText,
    contact: sharedText,
    icpNumber: sharedText,
  }),
  readings: v.optional(v.array(reading)),
  leads: v.optional(v.array(leadRow)),
  platform: sharedText,
  shop: sharedText,
  summary: sharedText,
  registrar: sharedOfficer,
  extendedOn: v.optional(day),
  pauses: v.optional(v.pipe(v.array(span), v.maxLength(MOST_PAUSES))),
  stage: v.optional(v.picklist(CASE_STAGES)),
  handler: v.optional(sharedOfficer),
  companion: v.optional(sharedOfficer),
  events: v.optional(v.record(word, day)),
  donePeriods: v.optional(texts),
  extendedPeriods: v.optional(texts),
  correctBy: v.optional(day),
  recheckOn: v.optional(day),
  traits: v.optional(
    v.record(word, v.looseObject({ result: v.picklist(['open', 'present', 'lacking']), facts: sharedText })),
  ),
  conductFrom: v.optional(day),
  lawChoice: v.optional(v.picklist(LAW_CHOICES)),
  entries: v.optional(
    v.array(
      v.looseObject({ at: sharedInstant, person: sharedText, kind: v.picklist(['stage', 'note']), text: sharedText }),
    ),
  ),
  transfer: v.optional(v.looseObject({ to: sharedText, on: day, letterNumber: sharedText, receivedBy: sharedText })),
  outcome: sharedText,
  createdAt: sharedInstant,
});
