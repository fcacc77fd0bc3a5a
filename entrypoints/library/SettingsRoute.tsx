import type { StoreLock } from '../../components/settings/LockGroup.tsx';
import { SettingsPage } from '../../components/settings/SettingsPage.tsx';
import type { StorageGroupProps } from '../../components/settings/StorageGroup.tsx';
import { keyCard } from '../../utils/bundle/key-card.ts';
import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem, Officer } from '../../utils/evidence/record.ts';
import type { Settings } from '../../utils/settings.ts';
import { changeCase, deleteCase, saveCase } from '../../utils/store/cases.ts';
import { saveBlob } from './bundle-file.ts';
import { copyText } from './copy-text.ts';
import { useOwnKey } from './use-own-key.ts';
import { usePaperCounts } from './use-paper-counts.ts';
import { usePermission } from './use-permission.ts';
import type { StampQueue } from './use-stamp-queue.ts';
import { useStorage } from './use-storage.ts';
import { useTemplates } from './use-templates.ts';

export interface SettingsRouteProps {
  settings: Settings;
  onSettings: (changed: Partial<Settings>) => void;
  cases: readonly Case[];
  items: readonly EvidenceItem[];
  /** ISO 8601 date, local. */
  today: string;
  stamps: StampQueue;
  lock: StoreLock;
  /** At the desk: whoever makes a case registers it. */
  registrar: Officer;
}

function newCase(registrar: Officer, today: string): Case {
  return {
    id: crypto.randomUUID(),
    number: '',
    name: '',
    source: 'patrol',
    foundOn: today,
    party: { name: '', creditCode: '', registeredAddress: '', businessAddress: '', contact: '', icpNumber: '' },
    platform: '',
    shop: '',
    summary: '',
    registrar,
    outcome: '',
    createdAt: new Date().toISOString(),
  };
}

/** What the last checks of all items found; null while there are none. */
function healthOf(items: readonly EvidenceItem[]): StorageGroupProps['health'] {
  const since = items.map(({ health }) => health.checkedAt).sort()[0];
  if (since === undefined) return null;
  return { items: items.length, damaged: items.filter(({ health }) => health.damaged.length > 0).length, since };
}

/** Wires the settings to storage, cases and the signing key. */
export function SettingsRoute({
  settings,
  onSettings,
  cases,
  items,
  today,
  stamps,
  lock,
  registrar,
}: SettingsRouteProps) {
  const { storage, persist } = useStorage(items);
  const key = useOwnKey();
  const [listsExtensions, listExtensions] = usePermission('management');
  const templates = useTemplates(today);
  const paperCounts = usePaperCounts(Number(today.slice(0, 4)));
  const itemsIn = new Map<string, number>();
  for (const { caseId } of items) if (caseId) itemsIn.set(caseId, (itemsIn.get(caseId) ?? 0) + 1);
  return (
    <SettingsPage
      settings={settings}
      storage={storage}
      keyFingerprint={key?.fingerprint ?? null}
      today={today}
      onExportKey={() =>
        key && saveBlob(new Blob([keyCard(key, settings.office)]), `zhengjian-key-${key.fingerprint.slice(0, 8)}.txt`)
      }
      cases={cases}
      itemsIn={itemsIn}
      onSettings={onSettings}
      listsExtensions={listsExtensions}
      onListExtensions={listExtensions}
      onPersist={persist}
      stamps={stamps}
      health={healthOf(items)}
      {...templates}
      {...paperCounts}
      lock={lock}
      onCopy={copyText}
      onAdd={() => saveCase(newCase(registrar, today)).catch(reportError)}
      onChange={(id, change) => changeCase(id, change).catch(reportError)}
      onRemove={(id) => deleteCase(id).catch(reportError)}
    />
  );
}
