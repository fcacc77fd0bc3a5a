import * as v from 'valibot';
import { type Addendum, isAddendum } from '../evidence/addendum.ts';
import { isShareable, type SharedKind } from './shared-value.ts';

/** What a segment says was done, besides the lines of the custody log. Nothing of it takes anything back. */
export type PoolChange =
  /** A sealed item lies in the pool, in a bundle of its own. */
  | { kind: 'item'; id: string; recordSha256: string; bundle: string; size: number }
  /** Bundles of others that were read, found to hold and taken in: who had them last. */
  | { kind: 'taken'; bundles: readonly string[] }
  /** Something was learnt of a sealed item; `picture` is the file that the addendum names. */
  | { kind: 'addendum'; recordSha256: string; addendum: Addendum }
  /** A case, what stands beside an item's seal, or the outcome of a survey, as it stands after an edit of the versions it names. */
  | { kind: 'value'; of: SharedKind; key: string; bases: readonly string[]; value: unknown }
  /** What a patrol found; the file has one line an address. */
  | { kind: 'results'; id: string; name: string; addresses: number; file: string };

const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** The shape of a change that came from another machine. */
export const poolChange = v.variant('kind', [
  v.strictObject({ kind: v.literal('item'), id: key, recordSha256: hex, bundle: hex, size: count }),
  v.strictObject({ kind: v.literal('taken'), bundles: v.array(hex) }),
  v.strictObject({ kind: v.literal('addendum'), recordSha256: hex, addendum: v.custom<Addendum>(isAddendum) }),
  v.pipe(
    v.strictObject({
      kind: v.literal('value'),
      of: v.picklist(['case', 'item', 'survey']),
      key,
      bases: v.array(hex),
      value: v.unknown(),
    }),
    v.check(({ of, key, value }) => isShareable(of, key, value)),
  ),
  v.strictObject({ kind: v.literal('results'), id: key, name: v.string(), addresses: count, file: hex }),
]);
