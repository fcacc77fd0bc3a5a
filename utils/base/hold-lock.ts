/**
 * Takes a lock of the Web Locks API and gives the function that lets it go. The browser lets it go when the context that
 * holds it ends: what a free lock stands for was left behind.
 */
export function holdLock(name: string): Promise<() => void> {
  return new Promise((held, failed) => {
    navigator.locks.request(name, () => new Promise<void>((release) => held(release))).catch(failed);
  });
}

/** Names of the locks that anybody of this origin holds. */
export async function heldLocks(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}
