import * as v from 'valibot';
import { CASE_SOURCES, CASE_STAGES, type Case } from '../evidence/case.ts';
import type { Confirmation, ItemStatus, MadePaper } from '../evidence/record.ts';
import { SURVEY_RESULTS, type SurveyOutcome } from '../lists/survey-outcome.ts';

/** What stands beside the seal of an item. */
export interface ItemState {
  status: ItemStatus;
  dismissed: readonly string[];
  caseId?: string;
  confirmations?: readonly Confirmation[];
  papers?: readonly MadePaper[];
}

/** What several officers may edit, by its kind; an item's state by the digest of its record. */
export interface SharedValues {
  case: Case;
  item: ItemState;
  survey: SurveyOutcome;
}
export type SharedKind = keyof SharedValues;

const text = v.pipe(v.string(), v.maxLength(100_000));
const officer = v.looseObject({ name: text, licence: text });
const texts = v.array(text);

/** What screens and papers take out of them; members that this version does not know stay as they are. */
export const sharedValue = {
  case: v.looseObject({
    id: v.pipe(text, v.minLength(1)),
    number: text,
    name: text,
    source: v.picklist(CASE_SOURCES),
    foundOn: text,
    party: v.looseObject({
      name: text,
      creditCode: text,
      registeredAddress: text,
      businessAddress: text,
      contact: text,
      icpNumber: text,
    }),
    platform: text,
    shop: text,
    summary: text,
    registrar: officer,
    pauses: v.optional(texts),
    stage: v.optional(v.picklist(CASE_STAGES)),
    handler: v.optional(officer),
    companion: v.optional(officer),
    events: v.optional(v.record(v.string(), text)),
    donePeriods: v.optional(texts),
    extendedPeriods: v.optional(texts),
    traits: v.optional(
      v.record(v.string(), v.looseObject({ result: v.picklist(['open', 'present', 'lacking']), facts: text })),
    ),
    entries: v.optional(v.array(v.looseObject({ at: text, person: text, kind: v.picklist(['stage', 'note']), text }))),
    transfer: v.optional(v.looseObject({ to: text, on: text, letterNumber: text, receivedBy: text })),
    outcome: text,
    createdAt: v.pipe(text, v.isoTimestamp()),
  }),
  item: v.looseObject({
    status: v.picklist(['pending', 'investigating', 'transferred', 'unfounded']),
    dismissed: texts,
    caseId: v.optional(text),
    confirmations: v.optional(v.array(v.looseObject({ officer, points: texts, remark: text, at: text }))),
    papers: v.optional(
      v.array(v.looseObject({ name: text, title: text, number: text, itemIds: texts, madeAt: text, sha256: text })),
    ),
  }),
  survey: v.looseObject({
    key: v.pipe(text, v.minLength(1)),
    result: v.picklist(SURVEY_RESULTS),
    person: text,
    at: text,
    caseId: v.optional(text),
  }),
} as const;
