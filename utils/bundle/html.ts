/** A piece of HTML that is safe to put into a page as it stands. Only {@link html} makes it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Insert = Html | string | number | readonly (Html | string)[];

/** Template tag: everything inserted is escaped, but for what is {@link Html} already. */
export function html(parts: TemplateStringsArray, ...inserts: Insert[]): Html {
  return new Html(parts.reduce((text, part, index) => text + insert(inserts[index - 1]!) + part));
}

function insert(value: Insert): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(insert).join('');
  return escapeHtml(String(value));
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text of a hostile page as HTML. Markup is escaped; control characters and the marks that turn the reading direction are
 * written out (⟦U+202E⟧), since they would let a page rearrange the report around its own words.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!)
    .replace(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g,
      (character) => `⟦U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟧`,
    );
}
