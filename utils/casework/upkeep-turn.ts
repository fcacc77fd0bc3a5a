const LOCK = 'zhengjian-upkeep';

/**
 * Does `work` unless the upkeep of the store is under way in this context or another: the library and the background take
 * turns, and what one of them did the other finds done.
 * @returns whether it was done
 */
export async function takeUpkeepTurn(work: () => Promise<void>): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
