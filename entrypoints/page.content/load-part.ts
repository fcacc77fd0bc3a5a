import { sendMessage } from '../../utils/messages/messaging.ts';
import { type PageParts, registeredPart } from './registered-parts.ts';

const loading = new Map<keyof PageParts, Promise<unknown>>();

/** The part, once its script has run in this frame; a failed attempt rejects and does not stand in the way of the next one. */
export function loadPart<Name extends keyof PageParts>(name: Name): Promise<PageParts[Name]> {
  let part = loading.get(name) as Promise<PageParts[Name]> | undefined;
  if (!part) {
    part = load(name);
    loading.set(name, part);
    part.catch(() => loading.delete(name));
  }
  return part;
}

async function load<Name extends keyof PageParts>(name: Name): Promise<PageParts[Name]> {
  await sendMessage('loadPart', { part: name });
  const part = registeredPart(name);
  if (!part) throw new Error(`the script of ${name} ran without handing over its part`);
  return part;
}
