import { useMemo, useRef, useState } from 'preact/hooks';
import type { DeskKey, DeskState } from '../../../components/library/desk-state.ts';
import { failureText } from '../../../utils/base/failure-text.ts';
import { importBundle } from '../../../utils/casework/import-bundle.ts';
import type { KnownKeys } from '../../../utils/evidence/addendum-origin.ts';
import { type KeyStanding, keyStanding, standingWords } from '../../../utils/evidence/trusted-keys.ts';
import { chooseFile } from '../choose-file.ts';
import { looksLikePicture } from '../pictures/use-pictures.ts';
import { type CheckedBundle, checkBundle } from './check-bundle.ts';
import { useFileDrop } from './use-file-drop.ts';

/** What the person said of keys before the import: see the desk. */
interface Said {
  compared: boolean;
  confirmed: boolean;
}

/** The desk at which a bundle from elsewhere is checked and taken in. */
export interface BundleDeskControl {
  /** Null while no bundle lies on it. */
  state: DeskState | null;
  /** A file is held over the page. */
  over: boolean;
  /** Asks for a file. */
  choose: () => void;
  startImport: (said: Said) => void;
  cancel: () => void;
  close: () => void;
}

/** Where the run stands; which key is whose is decided when it is shown, so that a key registered meanwhile counts. */
type Stage =
  | {
      phase: 'verdict';
      checked: CheckedBundle;
      /** Fingerprints that were on the office's list when the bundle was laid on the desk. */
      before: ReadonlySet<string>;
    }
  | Exclude<DeskState, { phase: 'verdict' }>;

function keysOf({ verdict }: CheckedBundle, { own, trusted }: KnownKeys, before: ReadonlySet<string>): DeskKey[] {
  const { keyFingerprint, sealers, addendumSigners } = verdict;
  const all = new Set([
    ...(keyFingerprint ? [keyFingerprint] : []),
    ...[...sealers, ...addendumSigners].map((signer) => signer.keyFingerprint),
  ]);
  const isNew = (fingerprint: string) =>
    trusted.some((key) => key.fingerprint === fingerprint) && !before.has(fingerprint);
  return [...all].map((fingerprint) => ({
    fingerprint,
    standing: keyStanding(fingerprint, own, trusted),
    signsBundle: fingerprint === keyFingerprint,
    seals: sealers.filter((sealer) => sealer.keyFingerprint === fingerprint).length,
    addenda: addendumSigners.filter((signer) => signer.keyFingerprint === fingerprint).length,
    justRegistered: isNew(fingerprint),
  }));
}

/** @param onPictures told the pictures that were dropped: they are no bundles */
export function useBundleDesk(
  person: string,
  keys: KnownKeys,
  onPictures: (files: readonly File[]) => void,
): BundleDeskControl {
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
      const before = new Set(keys.trusted.map(({ fingerprint }) => fingerprint));
      setStage({ phase: 'verdict', before, checked: await checkBundle(chosen, { signal, onProgress }) });
    } catch (error) {
      if (!signal.aborted) setStage({ name, phase: 'failed', reason: failureText(error), taken: [] });
    }
  };
  const take = async (chosen: File, { checked, before }: Extract<Stage, { phase: 'verdict' }>, said: Said) => {
    const signal = begin();
    const { name } = chosen;
    const taken: string[] = [];
    const items = checked.items.length;
    const show = (done: number, total: number) =>
      setStage({ name, phase: 'importing', done, total, taken: taken.length, items });
    show(0, chosen.size);
    const standing = (fingerprint: string): KeyStanding => keyStanding(fingerprint, keys.own, keys.trusted);
    const isTrusted = (fingerprint: string) => standing(fingerprint).kind === 'trusted';
    try {
      const outcome = await importBundle(chosen, {
        person,
        signal,
        isKnownKey: (fingerprint) =>
          fingerprint === keys.own || before.has(fingerprint) || (said.confirmed && isTrusted(fingerprint)),
        describeKey: (fingerprint) => {
          const words = standingWords(standing(fingerprint), said.compared);
          const isNew = isTrusted(fingerprint) && !before.has(fingerprint);
          return isNew ? `${words}，${said.confirmed ? '核对时登记，导入人确认后采用其附页' : '核对时登记'}` : words;
        },
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
  const over = useFileDrop((first, all) => {
    const pictures = all.filter(looksLikePicture);
    if (pictures.length > 0) onPictures(pictures);
    else drop(first);
  });
  const state = useMemo((): DeskState | null => {
    if (stage?.phase !== 'verdict') return stage;
    const { checked } = stage;
    return { ...checked, phase: 'verdict', keys: keysOf(checked, keys, stage.before) };
  }, [stage, keys.own, keys.trusted]);
  return {
    state,
    over,
    choose: () => void chooseFile('.zip,application/zip').then((chosen) => chosen && drop(chosen), reportError),
    startImport(said) {
      if (file.current && stage?.phase === 'verdict') take(file.current, stage, said).catch(reportError);
    },
    cancel() {
      running.current?.abort();
      if (stage?.phase === 'verifying') setStage(null);
    },
    close: () => setStage(null),
  };
}
