import { keysToLend } from '../store/store-key.ts';
import { offscreenClient } from './offscreen-page.ts';

/**
 * Lends the keys of an encrypted store to the offscreen page, which has no session store. They go as key objects from memory to
 * memory, to that page alone: their bytes can be read out of neither end, and no message of the protocol holds them.
 * @throws StoreLockedError
 */
export async function lendKeys(): Promise<void> {
  const keys = await keysToLend();
  if (!keys) return;
  const page = await offscreenClient();
  if (!page) throw new Error('no offscreen page to lend keys to');
  const { port1, port2 } = new MessageChannel();
  const taken = new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
  });
  page.postMessage({ storeKeys: keys }, [port2]);
  await taken;
  port1.close();
}
