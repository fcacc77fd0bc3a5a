import texts from './article-texts.json' with { type: 'json' };
import type { LegalReference } from './legal-basis.ts';

const TEXTS: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = texts;

/**
 * The wording of an article in the version in force, a paragraph a line, copied from the source of its law (see `LAWS`); undefined
 * where no full copy was read, and for an earlier numbering, whose wording was another.
 */
export function articleText({ law, article, until }: LegalReference): string | undefined {
  return until === undefined ? TEXTS[law]?.[article] : undefined;
}
