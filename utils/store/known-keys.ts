import type { KnownKeys } from '../evidence/addendum-origin.ts';
import { readSettings } from './settings.ts';
import { signingKey } from './signing-key.ts';

/** The keys that this office knows now: its own, and those on its list. */
export async function knownKeys(): Promise<KnownKeys> {
  const [{ fingerprint }, { trustedKeys }] = await Promise.all([signingKey(), readSettings()]);
  return { own: fingerprint, trusted: trustedKeys };
}
