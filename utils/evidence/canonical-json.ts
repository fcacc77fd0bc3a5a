import canonicalize from 'canonicalize';

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * A plain copy that canonical JSON can carry: undefined members gone, and lone surrogates, which a hostile title may hold
 * and RFC 8785 forbids, replaced by U+FFFD.
 */
export function plainCopy<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_key, member) => (typeof member === 'string' ? wellFormed(member) : member)),
  ) as T;
}

/** The string with every lone surrogate replaced by U+FFFD (String.prototype.toWellFormed came with Chrome 111). */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}

/** RFC 8785 canonical JSON; throws on lone surrogates, NaN and cycles. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonical JSON needs a value');
  return text;
}

/** UTF-8 bytes of the canonical JSON. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(value));
}
