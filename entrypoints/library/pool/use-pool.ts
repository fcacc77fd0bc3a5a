import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from '#imports';
import type { PoolRun } from '../../../components/pool/pool-view.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import { inTurn } from '../../../utils/base/in-turn.ts';
import { StoredLibrary } from '../../../utils/casework/pool-library.ts';
import { putBack } from '../../../utils/casework/put-back.ts';
import { settleCase } from '../../../utils/casework/settle-case.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import { attackAll } from '../../../utils/pool/attacks.ts';
import type { PoolStore } from '../../../utils/pool/pool-store.ts';
import { synchronise } from '../../../utils/pool/synchronise.ts';
import { notify } from '../../../utils/store/notices.ts';
import { openAttackedPool, openPoolStore, type PoolAccess, readPoolAccess } from '../../../utils/store/pool-access.ts';
import { poolLedger } from '../../../utils/store/pool-ledger.ts';
import { readSettings } from '../../../utils/store/settings.ts';
import { signingKey } from '../../../utils/store/signing-key.ts';
import { poolLockItem, poolReportItem } from './read-pool-view.ts';

const ALARM = 'pool-sync';

export interface PoolControl {
  /** Folder or address; null while there is none or it is not read yet. */
  where: string | null;
  run: PoolRun;
  /** Address and account that can be attacked; null of a folder, with which a browser cannot try everything. */
  lockable: string | null;
  /** Must be called in a click: the browser may have to ask about the folder. */
  sync: () => void;
  cancel: () => void;
  putBack: () => void;
  /** Attacks the store, to say whether what lies there can be changed. */
  probe: () => void;
  settle: (key: string, whose: 'mine' | 'theirs') => void;
}

const whereOf = (access: PoolAccess | null): string | null =>
  access && (access.kind === 'folder' ? access.folder.name : access.url);

const lockableOf = (access: PoolAccess | null): string | null =>
  access?.kind === 'webdav' ? `${access.user}@${access.url}` : null;

const now = () => new Date().toISOString();

/** Keys that were confirmed a moment ago count: the settings are read anew for each run. */
async function openLibrary(person: string): Promise<StoredLibrary> {
  const [{ office, trustedKeys }, key] = await Promise.all([readSettings(), signingKey()]);
  return StoredLibrary.open({ key, office, person, trusted: trustedKeys });
}

/**
 * Synchronises with the pool, by button or by alarm, one run at a time over all windows; it goes on while other parts of the
 * library are looked at.
 * @param everyMinutes 0: by button alone
 */
export function usePool(person: string, everyMinutes: number | undefined): PoolControl {
  const access = useStored(['pool'], readPoolAccess);
  const [run, setRun] = useState<PoolRun>({ state: 'idle' });
  const control = useRef<AbortController | null>(null);

  const start = async (
    ask: boolean,
    work: (store: PoolStore, library: StoredLibrary, signal: AbortSignal) => Promise<void>,
  ) => {
    if (control.current || !access) return;
    const own = new AbortController();
    control.current = own;
    setRun({ state: 'running', phase: 'reading', done: 0, total: 1 });
    try {
      const store = await openPoolStore(access, ask);
      await inTurn('pool', async () => work(store, await openLibrary(person), own.signal), own.signal);
      setRun({ state: 'idle' });
    } catch (error) {
      setRun(own.signal.aborted ? { state: 'idle' } : { state: 'failed', reason: failureText(error) });
    } finally {
      control.current = null;
    }
  };
  const once = async (store: PoolStore, library: StoredLibrary, signal: AbortSignal) => {
    const report = await synchronise(store, poolLedger, library, {
      now,
      signal,
      onProgress: (phase, done, total) => setRun({ state: 'running', phase, done, total }),
    });
    await poolReportItem.setValue(report);
    notify({ kind: 'pool', key: '' });
  };
  const latest = useRef(() => start(false, once));
  latest.current = () => start(false, once);

  const isSet = access !== null;
  useEffect(() => {
    if (!everyMinutes || !isSet) {
      void browser.alarms.clear(ALARM);
      return;
    }
    browser.alarms.create(ALARM, { periodInMinutes: everyMinutes });
    const due = ({ name }: { name: string }) => void (name === ALARM && latest.current().catch(reportError));
    browser.alarms.onAlarm.addListener(due);
    return () => browser.alarms.onAlarm.removeListener(due);
  }, [everyMinutes, isSet]);

  return {
    where: whereOf(access),
    run,
    lockable: lockableOf(access),
    sync: () => void start(true, once).catch(reportError),
    cancel: () => control.current?.abort(),
    putBack: () =>
      void start(true, async (store, library, signal) => {
        const findings = (await poolReportItem.getValue())?.findings ?? [];
        await putBack(store, poolLedger, library, { findings, signal, now: now() });
        await once(store, library, signal);
      }).catch(reportError),
    probe: () =>
      void start(true, async (_store, _library, signal) => {
        const where = lockableOf(access);
        if (access?.kind !== 'webdav' || where === null) return;
        const { succeeded } = await attackAll(await openAttackedPool(access), {
          signal,
          onAttack: (done, total) => setRun({ state: 'running', phase: 'attacking', done, total }),
        });
        await poolLockItem.setValue({ where, at: now(), succeeded });
        notify({ kind: 'pool', key: '' });
      }).catch(reportError),
    settle: (key, whose) =>
      void openLibrary(person)
        .then((library) => settleCase(poolLedger, library, key, whose))
        .catch(reportError),
  };
}
