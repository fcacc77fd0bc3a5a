/**
 * Does `work` while nobody else of this origin, in whatever window or worker, does work of the same name. The browser lets the
 * turn go when the context that has it ends. Where there is no browser there is one context, and nothing to wait for.
 */
export function inTurn<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!navigator.locks) return work();
  return navigator.locks.request(`zhengjian-${name}`, signal ? { signal } : {}, work);
}
