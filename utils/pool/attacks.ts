/** Ways in which somebody who may write into a store can take away or change what lies there. */
export const ATTACKS = [
  'delete',
  'overwrite',
  'empty',
  'write-inside',
  'rename',
  'move-over',
  'move-over-unasked',
  'copy-over',
  'delete-folder',
  'rename-folder',
  'change-properties',
  'lock-and-overwrite',
] as const;
export type Attack = (typeof ATTACKS)[number];

/** How a file fared under each attack. */
export interface AttackReport {
  refused: readonly Attack[];
  /** The file was gone, other or elsewhere afterwards, or its properties were. */
  succeeded: readonly Attack[];
}

/** A store as an attacker holds it. */
export interface AttackedStore {
  /** Puts a new file of this content where nothing is, and answers with its place. */
  plant(content: string): Promise<string>;
  /** The content at a place; null when there is none. */
  contentOf(place: string): Promise<string | null>;
  /** Tries; answers whether the store said that it was done, for what leaves the content as it is. */
  attempt(attack: Attack, place: string): Promise<boolean>;
  /** Takes away what was planted, as far as the store lets itself be cleaned. */
  clear?(): Promise<void>;
}

interface AttackOptions {
  signal?: AbortSignal;
  onAttack?: (done: number, total: number) => void;
}

/** Attacks one file after the other. What counts is not what the store answers but what lies there afterwards. */
export async function attackAll(store: AttackedStore, { signal, onAttack }: AttackOptions = {}): Promise<AttackReport> {
  const refused: Attack[] = [];
  const succeeded: Attack[] = [];
  for (const [index, attack] of ATTACKS.entries()) {
    signal?.throwIfAborted();
    onAttack?.(index, ATTACKS.length);
    const content = `evidence ${attack} ${crypto.randomUUID()}`;
    const place = await store.plant(content);
    const isDone = await store.attempt(attack, place);
    const isHurt = (await store.contentOf(place)) !== content;
    (isHurt || (attack === 'change-properties' && isDone) ? succeeded : refused).push(attack);
  }
  await store.clear?.();
  return { refused, succeeded };
}
