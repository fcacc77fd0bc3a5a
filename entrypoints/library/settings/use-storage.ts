import { useEffect, useState } from 'preact/hooks';
import { storageEstimate } from '../../../utils/store/evidence-store.ts';

type Storage = Awaited<ReturnType<typeof storageEstimate>>;

/** How full the store is, measured anew when `cause` changes, and a way to ask the browser never to clear it by itself. */
export function useStorage(cause: unknown): { storage: Storage | null; persist: () => void } {
  const [storage, setStorage] = useState<Storage | null>(null);
  const measure = () => storageEstimate().then(setStorage);
  useEffect(() => void measure().catch(reportError), [cause]);
  return { storage, persist: () => void navigator.storage.persist().then(measure).catch(reportError) };
}
