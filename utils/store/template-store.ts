import { storage } from '#imports';
import type { PaperKind } from '../documents/paper-kinds.ts';
import type { TemplateCard } from '../documents/template-card.ts';
import { TemplateError } from '../documents/template-error.ts';
import { fromBase64, toBase64 } from '../evidence/base64.ts';
import { digestBytes } from '../evidence/digest.ts';

type StoredTemplates = Readonly<Partial<Record<PaperKind, TemplateCard & { base64: string }>>>;

const templatesItem = storage.defineItem<StoredTemplates>('local:paperTemplates', { fallback: {} });

/** The templates in force, without their bytes. */
export async function readTemplateCards(): Promise<Partial<Record<PaperKind, TemplateCard>>> {
  const stored = Object.entries(await templatesItem.getValue());
  return Object.fromEntries(stored.map(([kind, { base64: _bytes, ...card }]) => [kind, card]));
}

/** Calls `listener` when a template was put in place or taken away; gives the function that ends it. */
export const watchTemplates = (listener: () => void): (() => void) => templatesItem.watch(listener);

/** Takes a .docx as the template of a kind of paper. @throws TemplateError when it cannot be used; nothing changes then */
export async function saveTemplate(kind: PaperKind, file: File, addedOn: string): Promise<void> {
  // The word processor's library is large, and only a new template needs it here.
  const { inspectTemplate } = await import('../documents/inspect-template.ts');
  const facts = await inspectTemplate(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { sha256 } = await digestBytes(bytes);
  const card = { name: file.name, sha256, size: bytes.length, addedOn, ...facts };
  await templatesItem.setValue({ ...(await templatesItem.getValue()), [kind]: { ...card, base64: toBase64(bytes) } });
}

/** Goes back to the product's own layout. */
export async function removeTemplate(kind: PaperKind): Promise<void> {
  const { [kind]: _removed, ...rest } = await templatesItem.getValue();
  await templatesItem.setValue(rest);
}

/** The template of a kind with its bytes, compared with the digest that was noted; undefined without one. @throws TemplateError */
export async function readTemplate(
  kind: PaperKind,
): Promise<{ card: TemplateCard; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const stored = (await templatesItem.getValue())[kind];
  if (!stored) return undefined;
  const { base64, ...card } = stored;
  const bytes = fromBase64(base64);
  if ((await digestBytes(bytes)).sha256 !== card.sha256) throw new TemplateError('error_templateDamaged', [card.name]);
  return { card, bytes };
}
