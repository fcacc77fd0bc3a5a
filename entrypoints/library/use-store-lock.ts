import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoreLock } from '../../components/settings/LockGroup.tsx';
import { failureText } from '../../utils/base/failure-text.ts';
import { t } from '../../utils/base/i18n.ts';
import { useStored } from '../../utils/live/use-stored.ts';
import { decryptStore, encryptStore, unturnedFiles } from '../../utils/store/convert-store.ts';
import { lockState } from '../../utils/store/store-key.ts';
import {
  changePassphrase,
  lockStore,
  requirePassphrase,
  setPassphrase,
  unlockStore,
} from '../../utils/store/store-lock.ts';

const readLock = async () => {
  const state = await lockState();
  return { state, plain: state === 'off' ? 0 : await unturnedFiles() };
};

/** The store's lock and what can be done with it; conversions run on while the library is open. */
export function useStoreLock(person: string): StoreLock {
  const stored = useStored(['lock'], readLock);
  const [busy, setBusy] = useState(false);
  const [work, setWork] = useState<StoreLock['work']>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  /** Answers whether it was done; a failure is shown. */
  const attempt = async (act: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await act();
      return true;
    } catch (error) {
      setFailure(failureText(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const conversion = async (convert: (options: Parameters<typeof encryptStore>[0]) => Promise<unknown>) => {
    const controller = new AbortController();
    running.current = controller;
    try {
      await convert({ signal: controller.signal, onProgress: (done, total) => setWork({ done, total }) });
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      running.current = null;
      setWork(null);
    }
  };
  /** Runs `act` once both entries of the new passphrase are the same. */
  const twice = async (passphrase: string, again: string, act: () => Promise<void>): Promise<boolean> => {
    if (passphrase === again) return attempt(act);
    setFailure(t('lock_differs'));
    return false;
  };

  return {
    state: stored?.state ?? null,
    plain: stored?.plain ?? 0,
    busy,
    work,
    failure,
    set: (passphrase, again) =>
      twice(passphrase, again, async () => {
        await setPassphrase(passphrase, person);
        await conversion(encryptStore);
      }),
    change: (old, passphrase, again) =>
      twice(passphrase, again, async () => {
        await changePassphrase(old, passphrase, person);
        await conversion(encryptStore);
      }),
    remove: (passphrase) =>
      attempt(async () => {
        await requirePassphrase(passphrase);
        await conversion(async (options) => {
          if (!(await decryptStore(person, options))) setFailure(t('lock_captureRuns'));
        });
      }),
    unlock: (passphrase) => attempt(() => unlockStore(passphrase)),
    lock: () => attempt(lockStore),
    encryptRest: () => attempt(() => conversion(encryptStore)),
    stop: () => running.current?.abort(),
  };
}
