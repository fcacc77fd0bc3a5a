import type { StoreLock } from '../../../components/settings/LockGroup.tsx';
import { SettingsPage } from '../../../components/settings/SettingsPage.tsx';
import type { StorageGroupProps } from '../../../components/settings/StorageGroup.tsx';
import { keyCard } from '../../../utils/bundle/key-card.ts';
import { saveBlob } from '../../../utils/casework/bundle-file.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';
import type { ManagedSettings } from '../../../utils/store/managed-settings.ts';
import type { Settings } from '../../../utils/store/settings.ts';
import { copyText } from '../copy-text.ts';
import type { StampQueue } from '../use-stamp-queue.ts';
import { useBackUp } from './use-back-up.ts';
import { useMarks } from './use-marks.ts';
import { useOwnKey } from './use-own-key.ts';
import { usePaperCounts } from './use-paper-counts.ts';
import { usePermission } from './use-permission.ts';
import { usePoolSetting } from './use-pool-setting.ts';
import { useSettingsFile } from './use-settings-file.ts';
import { useStorage } from './use-storage.ts';
import { useTemplates } from './use-templates.ts';

export interface SettingsRouteProps {
  settings: Settings;
  managed: ManagedSettings;
  onSettings: (changed: Partial<Settings>) => Promise<void>;
  items: readonly EvidenceItem[];
  /** ISO 8601 date, local. */
  today: string;
  stamps: StampQueue;
  lock: StoreLock;
  person: string;
}

/** What the last checks of all items found; null while there are none. */
function healthOf(items: readonly EvidenceItem[]): StorageGroupProps['health'] {
  const since = items.map(({ health }) => health.checkedAt).sort()[0];
  if (since === undefined) return null;
  return { items: items.length, damaged: items.filter(({ health }) => health.damaged.length > 0).length, since };
}

/** Wires the settings to storage, cases and the signing key. */
export function SettingsRoute(props: SettingsRouteProps) {
  const { settings, managed, items, today, stamps, lock, person } = props;
  const { storage, persist } = useStorage(items);
  const key = useOwnKey();
  const [listsExtensions, listExtensions] = usePermission('management');
  const templates = useTemplates(today);
  const backup = useBackUp(person);
  const file = useSettingsFile(settings, managed.locked, props.onSettings);
  const pool = usePoolSetting(lock.state === 'open' || lock.state === 'locked');
  const marks = useMarks();
  const paperCounts = usePaperCounts(Number(today.slice(0, 4)));
  return (
    <SettingsPage
      settings={settings}
      storage={storage}
      keyFingerprint={key?.fingerprint ?? null}
      today={today}
      onExportKey={() =>
        key && saveBlob(new Blob([keyCard(key, settings.office)]), `zhengjian-key-${key.fingerprint.slice(0, 8)}.txt`)
      }
      onSettings={(changed) => void props.onSettings(changed).catch(reportError)}
      listsExtensions={listsExtensions}
      onListExtensions={listExtensions}
      onPersist={persist}
      stamps={stamps}
      health={healthOf(items)}
      {...templates}
      {...paperCounts}
      lock={lock}
      backup={backup}
      file={file}
      refused={managed.refused}
      pool={pool}
      marks={marks}
      onCopy={copyText}
    />
  );
}
