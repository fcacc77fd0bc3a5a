import type { Settings } from './settings.ts';

/** The settings by which others are believed: signing keys of colleagues, and certificates of time-stamping services. */
const KEYS = ['trustedKeys', 'stampRoots'] as const;
export type KeySettings = Partial<Pick<Settings, (typeof KEYS)[number]>>;

/** A key or certificate that a file would register and that is not registered here. */
export interface NewKey {
  fingerprint: string;
  /** Whose it is, as the file says; a certificate of a service has none. */
  holder?: string;
}

/**
 * The settings of a file without those that would register keys, and these apart: a file that looks like any other would have a stranger's
 * evidence believed. What registers nothing new stays with the others.
 */
export function partKeys(
  read: Partial<Settings>,
  current: Pick<Settings, 'trustedKeys' | 'stampRoots'>,
): { plain: Partial<Settings>; keys: KeySettings; fresh: readonly NewKey[] } {
  const known = new Set([...current.trustedKeys, ...current.stampRoots].map(({ fingerprint }) => fingerprint));
  const plain: Record<string, unknown> = { ...read };
  const keys: Record<string, unknown> = {};
  const fresh: NewKey[] = [];
  for (const name of KEYS) {
    const added = (read[name] ?? ([] as readonly NewKey[])).filter(({ fingerprint }) => !known.has(fingerprint));
    if (added.length === 0) continue;
    keys[name] = read[name];
    delete plain[name];
    fresh.push(...added);
  }
  return { plain, keys, fresh };
}
