import type { Dns } from 'webextension-polyfill';
import { browser } from '#imports';

/** The answer of a name look-up made at capture; not the one that the load used. */
export interface NameLookup {
  host: string;
  /** UTC, ISO 8601. */
  at: string;
  addresses: readonly string[];
  canonicalName?: string;
}

// The shared types describe what Chromium has too; this one is Firefox's alone.
const dns = (browser as unknown as { dns?: Dns.Static }).dns;

/** Whether the browser lets an extension look names up at all: Firefox does, Chromium has no such interface. */
export const canLookUpNames = (): boolean => dns !== undefined;

/** Looks a host name up as the browser does; null where the browser has no such interface (Chromium) or finds nothing. */
export async function lookUpName(host: string): Promise<NameLookup | null> {
  const answer = await dns?.resolve(host, ['canonical_name']).catch(() => null);
  if (!answer) return null;
  const { addresses, canonicalName } = answer;
  return { host, at: new Date().toISOString(), addresses, ...(canonicalName ? { canonicalName } : {}) };
}
