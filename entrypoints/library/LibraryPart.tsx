import { HelpPage } from '../../components/help/HelpPage.tsx';
import { ExportToast } from '../../components/library/ExportToast.tsx';
import { FirstRun } from '../../components/library/FirstRun.tsx';
import { LockedView } from '../../components/library/LockedView.tsx';
import type { ListState } from '../../components/library/list-address.ts';
import type { ItemSummary } from '../../utils/casework/item-summary.ts';
import type { KnownKeys } from '../../utils/evidence/addendum-origin.ts';
import type { Case } from '../../utils/evidence/case.ts';
import type { EvidenceItem, Officer } from '../../utils/evidence/record.ts';
import type { useManaged } from '../../utils/live/use-managed.ts';
import type { Settings } from '../../utils/store/settings.ts';
import type { BundleExport } from './bundles/use-bundle-export.ts';
import { CasesRoute } from './cases/CasesRoute.tsx';
import { ItemRoute } from './item/ItemRoute.tsx';
import { ItemsRoute } from './items/ItemsRoute.tsx';
import { useReadiness } from './items/use-readiness.ts';
import { PatrolRoute } from './patrol/PatrolRoute.tsx';
import { PoolRoute } from './pool/PoolRoute.tsx';
import type { usePool } from './pool/use-pool.ts';
import { RegisterRoute } from './registers/RegisterRoute.tsx';
import { RulesRoute } from './rules/RulesRoute.tsx';
import { SettingsRoute } from './settings/SettingsRoute.tsx';
import { StatisticsRoute } from './statistics/StatisticsRoute.tsx';
import { usePractice } from './use-practice.ts';
import { goTo, type useRoute } from './use-route.ts';
import type { useStampQueue } from './use-stamp-queue.ts';
import type { useStoreLock } from './use-store-lock.ts';

export interface LibraryPartProps {
  route: ReturnType<typeof useRoute>;
  settings: Settings;
  saveSettings: (changed: Partial<Settings>) => Promise<void>;
  managed: ReturnType<typeof useManaged>;
  /** Null while the store is being read. */
  items: readonly EvidenceItem[] | null;
  rows: readonly ItemSummary[] | null;
  cases: readonly Case[];
  list: ListState;
  onList: (change: Partial<ListState>) => void;
  query: string;
  setQuery: (query: string) => void;
  person: string;
  registrar: Officer;
  /** ISO 8601 date, local. */
  today: string;
  keys: KnownKeys;
  pool: ReturnType<typeof usePool>;
  stamps: ReturnType<typeof useStampQueue>;
  lock: ReturnType<typeof useStoreLock>;
  bundleExport: BundleExport;
  onTrust: (fingerprint: string, holder: string) => void;
  /** Opens a case with these items in it. */
  onStartCase: (itemIds: readonly string[]) => void;
  onVerifyBundle: () => void;
  onAddPictures: () => void;
}

/** The part of the library that the address names. */
export function LibraryPart(props: LibraryPartProps) {
  const { route, settings, saveSettings, managed, items, rows, cases, list, onList, query, setQuery } = props;
  const { person, registrar, today, keys, pool, stamps, lock, bundleExport } = props;
  const { onTrust, onStartCase, onVerifyBundle, onAddPictures } = props;
  if (route.section === 'help') return <HelpPage id={route.id} query={query} />;
  if (route.section === 'rules') return <RulesRoute ruleId={route.id} query={query} />;
  if (route.section === 'register')
    return <RegisterRoute view={route.id} {...{ query, person, today, registrar }} onQuery={setQuery} />;
  if (route.section === 'settings')
    return (
      <SettingsRoute
        {...{ settings, managed, today, stamps, lock, person }}
        items={items ?? []}
        onSettings={saveSettings}
      />
    );
  if (route.section === 'patrol')
    return (
      <PatrolRoute
        id={route.id}
        view={route.tab}
        items={items ?? []}
        settings={settings}
        onSettings={(changed) => void saveSettings(changed).catch(reportError)}
      />
    );
  if (route.section === 'pool')
    return <PoolRoute {...{ pool, trusted: keys.trusted }} ownKey={keys.own} onConfirm={onTrust} />;
  if (route.section === 'statistics')
    return <StatisticsRoute search={route.search} {...{ cases, today }} items={items ?? []} all={rows ?? []} />;
  if (lock.state === null) return null;
  if (lock.state === 'locked') return <LockedView lock={lock} count={items?.length ?? 0} />;
  if (route.section === 'cases')
    return (
      <>
        <CasesRoute
          {...{ route, cases, query, person, registrar, today, bundleExport }}
          items={rows}
          sealed={items}
          calendar={settings.calendar}
          routes={settings.routes}
          onNew={() => onStartCase([])}
        />
        <ExportToast {...bundleExport} />
      </>
    );
  const item = items?.find(({ id }) => id === route.id);
  if (item)
    return (
      <>
        <ItemRoute
          key={item.id}
          {...{ item, rows, list, cases, person, settings, keys, bundleExport }}
          items={items ?? []}
          officers={settings.officers}
          tab={route.tab}
        />
        <ExportToast {...bundleExport} />
      </>
    );
  if (items?.length === 0)
    return <FirstRunRoute onVerifyBundle={onVerifyBundle} onAddPictures={onAddPictures} settings={settings} />;
  return (
    <ItemsRoute
      {...{ items, rows, cases, list, onList, today, person, bundleExport, stamps }}
      views={settings.savedViews}
      onViews={(savedViews) => void saveSettings({ savedViews }).catch(reportError)}
      compact={settings.compactRows}
      onCompact={(compactRows) => void saveSettings({ compactRows }).catch(reportError)}
      onNewCase={onStartCase}
      onVerifyBundle={onVerifyBundle}
      onAddPictures={onAddPictures}
    />
  );
}

function FirstRunRoute(props: {
  settings: Parameters<typeof useReadiness>[0];
  onVerifyBundle: () => void;
  onAddPictures: () => void;
}) {
  const checks = useReadiness(props.settings);
  return (
    <FirstRun
      {...usePractice()}
      checks={checks}
      onVerifyBundle={props.onVerifyBundle}
      onAddPictures={props.onAddPictures}
      onSettings={() => goTo('settings')}
    />
  );
}
