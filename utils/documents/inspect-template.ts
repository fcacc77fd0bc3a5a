import { BlobReader, type FileEntry, TextWriter, ZipReader } from '@zip.js/zip.js';
import { patchDetector } from 'docx';
import type { FailureKey } from '../expected-failure.ts';
import { fillTemplate } from './fill-template.ts';
import { BLANK } from './paper.ts';
import { TemplateError } from './template-error.ts';
import { isTemplateField, TEMPLATE_FIELDS } from './template-fields.ts';

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

async function checkPackage(template: Blob): Promise<void> {
  const reader = new ZipReader(new BlobReader(template), { useWebWorkers: false });
  const entries = await reader.getEntries().catch((error) => {
    throw fail('error_templateUnreadable', [], { cause: error });
  });
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  const names = new Set(files.map(({ filename }) => filename));
  if (!names.has('[Content_Types].xml') || !names.has('word/document.xml')) throw fail('error_templateUnreadable');
  if (files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > LARGEST_UNPACKED) {
    throw fail('error_templateTooLarge');
  }
  if (files.some(({ filename }) => /vbaProject\.bin$|\/embeddings\/|\/activeX\//i.test(filename))) {
    throw fail('error_templateMacros');
  }
  for (const file of files.filter(({ filename }) => filename.endsWith('.rels'))) {
    const outside = externalTarget(await file.getData(new TextWriter(), { useWebWorkers: false }));
    if (outside !== undefined) throw fail('error_templateExternal', [outside]);
  }
}

/** The first target outside the package that a program would fetch by itself; a link that a reader clicks is none. */
function externalTarget(rels: string): string | undefined {
  const relations = rels.match(/<Relationship\b[^>]*>/g) ?? [];
  const fetched = relations.find(
    (relation) =>
      /TargetMode\s*=\s*["']External["']/.test(relation) && !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation),
  );
  return fetched && (/Target\s*=\s*["']([^"']*)["']/.exec(fetched)?.[1] ?? '');
}
