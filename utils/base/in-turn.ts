/** Of this context, by name. */
const last = new Map<string, Promise<unknown>>();

/**
 * Does `work` while nobody else of this origin, in whatever window or worker, does work of the same name. The browser lets the
 * turn go when the context that has it ends. Where there is no browser there is one context, which waits for itself.
 */
export function inTurn<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!navigator.locks) {
    const turn = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  }
  return navigator.locks.request(`zhengjian-${name}`, signal ? { signal } : {}, work);
}
