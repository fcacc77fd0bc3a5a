import { useEffect, useState } from 'preact/hooks';
import type { ReadinessCheck } from '../../../components/library/FirstRun.tsx';
import { packStamp } from '../../../rules/pack-stamp.ts';
import { BUILT_IN_STAMPS, WRITTEN_PACKS } from '../../../rules/written-packs.ts';
import { sizeText } from '../../../utils/base/figures.ts';
import { t } from '../../../utils/base/i18n.ts';
import { failedExamples } from '../../../utils/scan/self-test.ts';
import { storageEstimate } from '../../../utils/store/evidence-store.ts';
import type { Settings } from '../../../utils/store/settings.ts';
import { signingKey } from '../../../utils/store/signing-key.ts';

type Id = ReadinessCheck['id'];
type Result = Omit<ReadinessCheck, 'id'>;

/** Beijing time, minutes ahead of UTC. */
const BEIJING = 480;

/** Every example of every pack is run, and each pack compared with its published digest. */
async function checkRules(): Promise<Result> {
  for (const [index, pack] of WRITTEN_PACKS.entries()) {
    const stamp = await packStamp(pack);
    if (stamp.sha256 !== BUILT_IN_STAMPS[index]?.sha256)
      return { state: 'failed', detail: t('check_rulesAltered', pack.name) };
    const [failure] = failedExamples(pack);
    if (failure) return { state: 'failed', detail: t('check_rulesFailed', failure.text) };
  }
  const rules = WRITTEN_PACKS.reduce((sum, pack) => sum + pack.rules.length, 0);
  return { state: 'ready', detail: t('check_rulesReady', rules) };
}

async function checkKey(): Promise<Result> {
  const { fingerprint } = await signingKey();
  return { state: 'ready', detail: t('check_keyReady', fingerprint.slice(0, 16)) };
}

async function checkStorage(): Promise<Result> {
  const { usage, quota, persisted } = await storageEstimate();
  const free = t('check_storageFree', sizeText(Math.max(0, quota - usage)));
  return { state: 'ready', detail: persisted ? free : `${free} ${t('check_storageNotPersisted')}` };
}

async function checkClock(): Promise<Result> {
  return -new Date().getTimezoneOffset() === BEIJING
    ? { state: 'ready', detail: t('check_clockReady') }
    : { state: 'open', detail: t('check_clockOther', Intl.DateTimeFormat().resolvedOptions().timeZone) };
}

const RUNNING: Result = { state: 'running', detail: '…' };
const MEASURED = { rules: checkRules, key: checkKey, storage: checkStorage, clock: checkClock } as const;

/** The six checks of the first-run screen; what has to be measured comes in as it is done. */
export function useReadiness(settings: Settings | null): readonly ReadinessCheck[] {
  const [results, setResults] = useState<Partial<Record<Id, Result>>>({});
  useEffect(() => {
    for (const [id, check] of Object.entries(MEASURED))
      check().then((result) => setResults((before) => ({ ...before, [id]: result })), reportError);
  }, []);
  const typed: Record<'timestamp' | 'officers', Result> = {
    timestamp: settings?.timestampUrl
      ? { state: 'ready', detail: settings.timestampUrl }
      : { state: 'open', detail: t('check_timestampUnset') },
    officers: settings?.officers.length
      ? { state: 'ready', detail: settings.officers.map(({ name }) => name).join(t('listComma')) }
      : { state: 'open', detail: t('check_officersUnset') },
  };
  const ids: readonly Id[] = ['rules', 'key', 'storage', 'clock', 'timestamp', 'officers'];
  return ids.map((id) => ({ id, ...({ ...RUNNING, ...results[id], ...typed[id as 'officers'] } as Result) }));
}
