import * as v from 'valibot';

/*
 * Leaves of the shapes that cross a border: what a page's script reports is bounded by them, and the shape of a sealed record is
 * loosened from them. A shape is written once, where its noun lives.
 */

/** Text of a page can be anything of any length: what is kept of it is bounded, lone surrogates replaced. */
export const text = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.slice(0, most).replace(/\p{Surrogate}/gu, '\uFFFD')),
  );
export const id = v.pipe(v.string(), v.maxLength(200));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
export const coordinate = v.pipe(v.number(), v.finite());
export const box = v.object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
/** Up to `most` of something. */
export const list = <const T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(v.array(item), v.maxLength(most));

/** Bounds of coordinates and sizes on a page, CSS px: far beyond any page, far below where sums lose their last digit. */
const FAR = 1e9;
export const length = v.pipe(v.number(), v.minValue(-FAR), v.maxValue(FAR));

const isOwnName = (name: string) => !(name in Object.prototype);
/** An id that words are looked up by: `view-before`, `fake-certification`. */
export const word = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/), v.check(isOwnName));
/** The same as a name of a member: `certificateNumber`. */
export const memberName = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/), v.check(isOwnName));

const open = new WeakSet<object>();

/** One of these words; a later version may know more of them, so that a record's reader takes any that has the form of one. */
export function openChoice<const T extends readonly string[]>(options: T): v.PicklistSchema<T, undefined> {
  const choice = v.picklist(options);
  open.add(choice);
  return choice;
}

interface AnySchema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly item?: AnySchema;
  readonly wrapped?: AnySchema;
  readonly options?: readonly string[];
  readonly literal?: string | number | boolean;
}

/**
 * The same shape as a reader of sealed records wants it: members that this version does not know may be there, text and lists may
 * have any length (a record is as it was sealed), open choices take any word of their form, numbers lie where sums still hold.
 */
export function loosened(schema: unknown): v.GenericSchema {
  const { type, entries, item, wrapped, options, literal } = schema as AnySchema;
  switch (type) {
    case 'object':
      return v.looseObject(loosenedEntries(entries!));
    case 'array':
      return v.array(loosened(item));
    case 'exact_optional':
    case 'optional':
      return v.optional(loosened(wrapped));
    case 'picklist':
      if (!open.has(schema as object)) return v.picklist(options!);
      return options!.every((option) => v.is(word, option)) ? word : memberName;
    case 'string':
      return v.string();
    case 'number':
      return length;
    case 'boolean':
      return v.boolean();
    case 'literal':
      return v.literal(literal!);
    default:
      throw new TypeError(`No loosened form of ${type}`);
  }
}

/** The members of a strict shape, each loosened. */
export const loosenedEntries = (entries: Readonly<Record<string, unknown>>): Record<string, v.GenericSchema> =>
  Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, loosened(entry)]));
