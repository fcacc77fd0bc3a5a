import * as v from 'valibot';
import { word } from '../base/shape.ts';
import type { Case } from '../evidence/case.ts';
import { caseShape, sharedInstant, sharedOfficer, sharedText } from '../evidence/case-shape.ts';
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

/** What screens and papers take out of them; members that this version does not know stay as they are. */
export const sharedValue = {
  case: caseShape,
  item: v.looseObject({
    status: v.picklist(['pending', 'investigating', 'transferred', 'unfounded']),
    dismissed: v.array(sharedText),
    caseId: v.optional(sharedText),
    confirmations: v.optional(
      v.array(v.looseObject({ officer: sharedOfficer, points: v.array(word), remark: sharedText, at: sharedInstant })),
    ),
    papers: v.optional(
      v.array(
        v.looseObject({
          name: sharedText,
          title: sharedText,
          number: sharedText,
          itemIds: v.array(sharedText),
          madeAt: sharedInstant,
          sha256: sharedText,
          answers: v.optional(v.record(sharedText, sharedText)),
          template: v.optional(v.looseObject({ name: sharedText, sha256: sharedText })),
        }),
      ),
    ),
  }),
  survey: v.looseObject({
    key: v.pipe(sharedText, v.minLength(1)),
    result: v.picklist(SURVEY_RESULTS),
    person: sharedText,
    at: sharedInstant,
    caseId: v.optional(sharedText),
  }),
} as const;

/** Whether other machines would take a value: one that they refuse would cost them everything that is written behind it. */
export const isShareable = (of: SharedKind, key: string, value: unknown): boolean =>
  v.is(sharedValue[of], value) && isOfKey(of, key, value);

/** Where a value says itself whose it is, it is that of its key: under another one it would replace a value whose versions nobody compared. */
function isOfKey(of: SharedKind, key: string, value: unknown): boolean {
  if (of === 'case') return (value as SharedValues['case']).id === key;
  return of === 'item' || (value as SharedValues['survey']).key === key;
}
