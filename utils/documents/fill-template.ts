import { type IPatch, Paragraph, PatchType, patchDocument, Table, TextRun } from 'docx';
import { BLANK, BLANK_TEXT, type Block, type Words } from './paper.ts';
import { docxBlock, xmlText } from './paper-docx.ts';
import type { TemplateValue } from './template-values.ts';

export { DOCX_TYPE } from './paper-docx.ts';

/**
 * The template with its placeholders replaced, in the look that they have there. Blanks are highlighted; a placeholder that
 * `values` does not know becomes a blank too.
 * @param names the placeholders that stand in the template; those that `values` does not know need to be named to be found
 */
export function fillTemplate(
  template: Uint8Array<ArrayBuffer>,
  values: ReadonlyMap<string, TemplateValue>,
  names: Iterable<string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const unknown = [...names].filter((name) => !values.has(name)).map((name) => [name, BLANK] as const);
  const patches = Object.fromEntries([...values, ...unknown].map(([name, value]) => [name, patchOf(value)]));
  return patchDocument({
    outputType: 'uint8array',
    data: template,
    patches,
    trimPlaceholders: true,
  }) as Promise<Uint8Array<ArrayBuffer>>;
}

function patchOf(value: TemplateValue): IPatch {
  if (isWords(value)) return { type: PatchType.PARAGRAPH, children: runs(value) };
  const children = value.map(inertBlock).flatMap((part, index, parts) => docxBlock(part, parts[index + 1]));
  // A table cell must end with a paragraph, and the placeholder may stand in one.
  const closed = children.at(-1) instanceof Table ? [...children, new Paragraph('')] : children;
  return { type: PatchType.DOCUMENT, children: closed };
}

const isWords = (value: TemplateValue): value is Words => !Array.isArray(value);

function runs(value: Words): TextRun[] {
  if (typeof value === 'object') return runs([value.text, ...value.digests].join('\n'));
  if (value === BLANK) return [new TextRun({ text: BLANK_TEXT, highlight: 'yellow' })];
  return inert(value)
    .split('\n')
    .map((line, index) => new TextRun({ text: xmlText(line), ...(index ? { break: 1 } : {}) }));
}

/**
 * Words of a page must not be taken for placeholders, which would put other words into them, or theirs again without end:
 * an invisible word joiner parts the braces.
 */
const inert = (text: string) => text.replace(/\{(?=\{)/g, '{\u2060');

function inertWords(words: Words): Words {
  if (words === BLANK) return BLANK;
  return typeof words === 'string' ? inert(words) : { ...words, text: inert(words.text) };
}

function inertBlock(block: Block): Block {
  switch (block.kind) {
    case 'text':
      return { ...block, text: inertWords(block.text) };
    case 'facts':
      return { ...block, rows: block.rows.map(([label, value]) => [label, inertWords(value)] as const) };
    case 'list':
      return { ...block, rows: block.rows.map((row) => row.map(inertWords)) };
    case 'picture':
      return { ...block, caption: inert(block.caption) };
    case 'heading':
    case 'signatures':
      return block;
  }
}
