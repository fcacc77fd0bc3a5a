import { useMemo, useRef, useState } from 'preact/hooks';
import type { DeskKey, DeskState } from '../../../components/library/desk-state.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import { importBundle } from '../../../utils/casework/import-bundle.ts';
import { type KeyStanding, keyStanding, standingWords, type TrustedKey } from '../../../utils/evidence/trusted-keys.ts';
import { chooseFile } from '../choose-file.ts';
import { type CheckedBundle, checkBundle } from './check-bundle.ts';
import { useFileDrop } from './use-file-drop.ts';

/** The desk at which a bundle from elsewhere is checked and taken in. */
export interface BundleDeskControl {
  /** Null while no bundle lies on it. */
  state: DeskState | null;
  /** A file is held over the page. */
  over: boolean;
  /** Asks for a file. */
  choose: () => void;
  startImport: (compared: boolean) => void;
  cancel: () => void;
  close: () => void;
}

/** Where the run stands; which key is whose is decided when it is shown, so that a key registered meanwhile counts. */
type Stage = { phase: 'verdict'; checked: CheckedBundle } | Exclude<DeskState, { phase: 'verdict' }>;

interface Keys {
  own: string | null;
  trusted: readonly TrustedKey[];
}

function keysOf({ verdict }: CheckedBundle, { own, trusted }: Keys): DeskKey[] {
  const { keyFingerprint, sealers } = verdict;
  const all = new Set([...(keyFingerprint ? [keyFingerprint] : []), ...sealers.map((sealer) => sealer.keyFingerprint)]);
  return [...all].map((fingerprint) => ({
    fingerprint,
    standing: keyStanding(fingerprint, own, trusted),
    signsBundle: fingerprint === keyFingerprint,
    seals: sealers.filter((sealer) => sealer.keyFingerprint === fingerprint).length,
  }));
}

export function useBundleDesk(person: string, keys: Keys): BundleDeskControl {
  const [stage, setStage] = useState<Stage | null>(null);
  const running = useRef<AbortController | null>(null);
  const file = useRef<File | null>(null);

  const begin = () => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  };
  const check = async (chosen: File) => {
    const signal = begin();
    file.current = chosen;
    const { name } = chosen;
    setStage({ name, phase: 'verifying', done: 0, total: chosen.size });
    try {
      const onProgress = (progress: { done: number; total: number }) =>
        setStage({ name, phase: 'verifying', ...progress });
      setStage({ phase: 'verdict', checked: await checkBundle(chosen, { signal, onProgress }) });
    } catch (error) {
      if (!signal.aborted) setStage({ name, phase: 'failed', reason: failureText(error), taken: [] });
    }
  };
  const take = async (chosen: File, items: number, compared: boolean) => {
    const signal = begin();
    const { name } = chosen;
    const taken: string[] = [];
    const show = (done: number, total: number) =>
      setStage({ name, phase: 'importing', done, total, taken: taken.length, items });
    show(0, chosen.size);
    const standing = (fingerprint: string): KeyStanding => keyStanding(fingerprint, keys.own, keys.trusted);
    try {
      const outcome = await importBundle(chosen, {
        person,
        signal,
        isKnownKey: (fingerprint) => standing(fingerprint).kind !== 'unknown',
        describeKey: (fingerprint) => standingWords(standing(fingerprint), compared),
        onProgress: ({ done, total }) => show(done, total),
        onItem(itemId) {
          taken.push(itemId);
          show(chosen.size, chosen.size);
        },
      });
      setStage({ name, phase: 'done', outcome });
    } catch (error) {
      setStage(
        signal.aborted
          ? { name, phase: 'cancelled', taken }
          : { name, phase: 'failed', reason: failureText(error), taken },
      );
    }
  };

  const drop = (chosen: File) => {
    if (stage?.phase !== 'importing') check(chosen).catch(reportError);
  };
  const over = useFileDrop(drop);
  const state = useMemo((): DeskState | null => {
    if (stage?.phase !== 'verdict') return stage;
    const { checked } = stage;
    return { ...checked, phase: 'verdict', keys: keysOf(checked, keys) };
  }, [stage, keys.own, keys.trusted]);
  return {
    state,
    over,
    choose: () => void chooseFile('.zip,application/zip').then((chosen) => chosen && drop(chosen), reportError),
    startImport(compared) {
      if (file.current && stage?.phase === 'verdict')
        take(file.current, stage.checked.items.length, compared).catch(reportError);
    },
    cancel() {
      running.current?.abort();
      if (stage?.phase === 'verifying') setStage(null);
    },
    close: () => setStage(null),
  };
}
