import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { patchDetector } from 'docx';
import type { FailureKey } from '../base/expected-failure.ts';
import { fillTemplate } from './fill-template.ts';
import { BLANK } from './paper.ts';
import { TemplateError } from './template-error.ts';
import { isTemplateField, TEMPLATE_FIELDS } from './template-fields.ts';
import { XmlError, type XmlTag, xmlTags } from './xml-tags.ts';

export interface TemplateFacts {
  /** Placeholders that are filled in. */
  known: readonly string[];
  /** Placeholders that nothing stands for. */
  unknown: readonly string[];
}

/** Bytes of a template, and of everything in it when unpacked: letterheads with a picture stay far below. */
const LARGEST = 5 * 1024 * 1024;
const LARGEST_UNPACKED = 50 * 1024 * 1024;

type Fault = Extract<FailureKey, `error_template${string}`>;

const fail = (fault: Fault, values: readonly string[] = [], options?: ErrorOptions) =>
  new TemplateError(fault, values, options);

/**
 * What a .docx template asks for. It must be readable, hold no macro and nothing that is fetched from elsewhere, have at least
 * one known placeholder, and fill in to the end.
 * @throws TemplateError
 */
export async function inspectTemplate(template: Blob): Promise<TemplateFacts> {
  if (template.size > LARGEST) throw fail('error_templateTooLarge');
  await checkPackage(template);
  const bytes = new Uint8Array(await template.arrayBuffer());
  try {
    const names = [...new Set(await patchDetector({ data: bytes, trimPlaceholders: true }))];
    const known = names.filter(isTemplateField);
    if (known.length === 0) throw fail('error_templateNoFields');
    const blanks = new Map(TEMPLATE_FIELDS.map(({ name, block }) => [name, block ? [] : BLANK] as const));
    const left = await patchDetector({ data: await fillTemplate(bytes, blanks, names), trimPlaceholders: true });
    if (left.length > 0) throw fail('error_templateNotFilled', [left.join('、')]);
    return { known, unknown: names.filter((name) => !isTemplateField(name)) };
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    // Whatever the library stumbles over (broken XML, parts that refer to nothing): the file is at fault, not the product.
    throw fail('error_templateUnreadable', [], { cause: error });
  }
}

/** What a template may be related to, by the last part of the relationship's type; everything else is refused. */
const RELATED = new Set(
  `officeDocument core-properties extended-properties custom-properties thumbnail styles stylesWithEffects numbering settings
  webSettings fontTable font theme image header footer footnotes endnotes comments commentsExtended commentsIds
  commentsExtensible people hyperlink customXml customXmlProps glossaryDocument`.split(/\s+/),
);

/** Elements that bring other files in, or run something. */
const BRINGING = new Set(['altChunk', 'subDoc', 'OLEObject', 'control', 'attachedTemplate', 'movie']);

/** Fields that fetch or run something; their names may be parted over several runs. */
const FETCHING = /INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|DATABASE|DDE|MACROBUTTON|EMBED|LINK|(?<![A-Z])RD(?![A-Z])/i;

async function checkPackage(template: Blob): Promise<void> {
  const reader = new ZipReader(new BlobReader(template), { useWebWorkers: false });
  const entries = await reader.getEntries().catch((error) => {
    throw fail('error_templateUnreadable', [], { cause: error });
  });
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  const names = new Set(files.map(({ filename }) => filename));
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) throw fail('error_templateUnreadable');
  if (names.size !== files.length) throw fail('error_templateUnreadable');
  if (files.some(({ filename }) => /vbaProject\.bin$|\/embeddings\/|\/activeX\//i.test(filename))) {
    throw fail('error_templateMacros');
  }
  let unpacked = 0;
  for (const file of files) {
    const bytes = await unpackedBytes(file, LARGEST_UNPACKED - unpacked);
    unpacked += bytes.length;
    if (/\.(xml|rels)$/i.test(file.filename)) checkPart(file.filename, bytes);
  }
}

/** What a ZIP says of sizes is not relied on: counting ends at the limit. */
async function unpackedBytes(file: FileEntry, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > limit) throw fail('error_templateTooLarge');
      chunks.push(new Uint8Array(chunk));
    },
  });
  try {
    await file.getData(sink, { useWebWorkers: false });
  } catch (error) {
    if (size > limit) throw fail('error_templateTooLarge');
    throw fail('error_templateUnreadable', [], { cause: error });
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function checkPart(name: string, bytes: Uint8Array): void {
  let tags: XmlTag[];
  try {
    tags = xmlTags(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof XmlError || error instanceof TypeError)
      throw fail('error_templateUnreadable', [], { cause: error });
    throw error;
  }
  if (tags.length === 0) throw fail('error_templateUnreadable');
  for (const { name: tag, attributes } of tags) {
    if (tag === 'Relationship') checkRelationship(attributes);
    if (BRINGING.has(tag)) throw fail('error_templateExternal', [tag]);
    if (/vbaProject|macroEnabled|activeX|oleObject/i.test(attributes.get('ContentType') ?? ''))
      throw fail('error_templateMacros');
  }
  if (!name.startsWith('word/')) return;
  // A hyperlink is followed only when a reader clicks it.
  const codes = tags
    .map((tag) => (tag.name === 'instrText' ? tag.text : (tag.attributes.get('instr') ?? '')))
    .join('')
    .replace(/HYPERLINK/gi, ' ');
  const fetching = FETCHING.exec(codes)?.[0];
  if (fetching) throw fail('error_templateExternal', [fetching]);
}

function checkRelationship(attributes: ReadonlyMap<string, string>): void {
  const type = (attributes.get('Type') ?? '').split('/').at(-1)!;
  const isOutside = attributes.get('TargetMode')?.trim().toLowerCase() === 'external';
  if (RELATED.has(type) && (!isOutside || type === 'hyperlink')) return;
  throw fail('error_templateExternal', [attributes.get('Target') ?? type]);
}
