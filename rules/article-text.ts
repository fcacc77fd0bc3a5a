import texts from './article-texts.json' with { type: 'json' };
import type { LawId } from './laws.ts';

const TEXTS: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = texts;

/**
 * The wording of an article in the newest version of its law, a paragraph a line, copied from the source that is named there;
 * undefined where no full copy was read.
 */
export function articleWording(law: LawId, article: string): string | undefined {
  const articles = TEXTS[law];
  // A record from elsewhere may cite an article of any name.
  return articles && Object.hasOwn(articles, article) ? articles[article] : undefined;
}
