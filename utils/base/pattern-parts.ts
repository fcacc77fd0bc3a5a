/*
 * Long patterns are written as parts, a line each, and put together to the very source that one literal would have. A part is a
 * pattern by itself, so that editors, linters and the test of worst texts read it as one.
 */

/** A pattern, or what a function below made of some. */
export type PatternPart = Pick<RegExp, 'source'>;

const joined = (parts: readonly PatternPart[]) => parts.map(({ source }) => source).join('|');

/** Any of them, as a pattern. */
export const anyOf = (flags: string, ...parts: readonly PatternPart[]): RegExp => new RegExp(joined(parts), flags);

/** One behind the other, as a part. */
export const inRow = (...parts: readonly PatternPart[]): PatternPart => ({
  source: parts.map(({ source }) => source).join(''),
});

/** Any of them, as a part in brackets. */
export const grouped = (...parts: readonly PatternPart[]): PatternPart => ({ source: `(?:${joined(parts)})` });

/** The same where what was found is told. */
export const captured = (...parts: readonly PatternPart[]): PatternPart => ({ source: `(${joined(parts)})` });

/** The same, told by a name. */
export const named = (name: string, ...parts: readonly PatternPart[]): PatternPart => ({
  source: `(?<${name}>${joined(parts)})`,
});

/** One of them stands behind, and is not part of what is found. */
export const followedBy = (...parts: readonly PatternPart[]): PatternPart => ({ source: `(?=${joined(parts)})` });
