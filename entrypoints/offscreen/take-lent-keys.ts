import { borrowKeys } from '../../utils/store/store-key.ts';

/** Takes the keys that the background lends, until they are given back. Firefox needs none here, and has no worker that could lend. */
export function takeLentKeys(): void {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  worker?.addEventListener('message', ({ data, ports }) => {
    const { storeKeys } = data as { storeKeys?: ReadonlyMap<string, CryptoKey> };
    if (!storeKeys) return;
    borrowKeys(storeKeys);
    ports[0]!.postMessage('taken');
  });
  worker?.startMessages();
}
