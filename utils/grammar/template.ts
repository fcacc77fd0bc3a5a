/** One place of a template: words that may stand there; a word `{LIST}` names a list of the pack. */
export interface TemplateSlot {
  words: string[];
  optional: boolean;
}

/** A written template taken apart. */
export interface Template {
  slots: TemplateSlot[];
  /** Characters allowed between neighbouring slots. */
  maxGap: number;
  /** One comma may stand between neighbouring slots. */
  acrossComma: boolean;
}

/** A template that is not written in the grammar; `at` is the character where reading stopped. */
export class TemplateError extends Error {
  readonly template: string;
  readonly at: number;

  constructor(template: string, at: number) {
    super(`${template} @${at}`);
    this.name = 'TemplateError';
    this.template = template;
    this.at = at;
  }
}

const PART = /\s*(?:\(([^()<>?]+)\)|([^\s()<>?|]+))(\?)?/y;
const END = /\s{0,20}(?:<(\d{1,2})(,)?\s{0,20})?$/y;

/**
 * Reads a template such as `(证书|认证) (终身有效|免年检) <4`: slots that follow each other in one clause, each a word or
 * words parted by `|` in brackets, `?` where it may be absent, `<4` for the characters between two slots (none without it), and
 * a comma behind the number where a comma of the sentence may stand there, too. Throws {@link TemplateError}.
 */
export function parseTemplate(template: string): Template {
  const slots: TemplateSlot[] = [];
  let at = 0;
  for (;;) {
    END.lastIndex = at;
    const end = slots.length > 0 ? END.exec(template) : null;
    if (end) return { slots, maxGap: Number(end[1] ?? 0), acrossComma: end[2] === ',' };
    PART.lastIndex = at;
    const part = PART.exec(template);
    if (!part) throw new TemplateError(template, at);
    const words = (part[1] ?? part[2]!).split('|').map((word) => word.trim());
    if (words.some((word) => word === '')) throw new TemplateError(template, at);
    slots.push({ words, optional: part[3] === '?' });
    at = PART.lastIndex;
  }
}
