/** One fact of a captured JSON file: the way to it (keys, list places from 1), and its value as text. */
export interface Fact {
  path: readonly string[];
  value: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list entry that names itself: `{ name: 'server', value: 'nginx' }`. */
function namedValue(value: unknown): [string, unknown] | null {
  return isRecord(value) && typeof value.name === 'string' && 'value' in value ? [value.name, value.value] : null;
}

/** The facts of a parsed JSON value in their order, so that an unknown file can still be read by a person. */
export function flattenFacts(value: unknown, path: readonly string[] = []): Fact[] {
  if (Array.isArray(value))
    return value.flatMap((each, index) => {
      const named = namedValue(each);
      return named ? flattenFacts(named[1], [...path, named[0]]) : flattenFacts(each, [...path, String(index + 1)]);
    });
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => flattenFacts(inner, [...path, key]));
  if (value === null || value === undefined || value === '') return [];
  return [{ path, value: String(value) }];
}
