import { useMemo, useRef } from 'preact/hooks';
import { BundleDesk } from '../../components/library/BundleDesk.tsx';
import { DropHint } from '../../components/library/DropHint.tsx';
import { PictureForm } from '../../components/library/PictureForm.tsx';
import { TopBar } from '../../components/library/TopBar.tsx';
import { LockedSettings } from '../../components/settings/Managed.tsx';
import { Boundary } from '../../components/ui/Boundary.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { LogAlarm } from '../../components/ui/LogAlarm.tsx';
import { useKeys } from '../../components/ui/use-keys.ts';
import { t } from '../../utils/base/i18n.ts';
import { localMinute } from '../../utils/base/local-day.ts';
import { goOnWithLog } from '../../utils/casework/accept-log.ts';
import { summariseItems } from '../../utils/casework/item-summary.ts';
import { localDate } from '../../utils/evidence/deadline.ts';
import type { TrustedKey } from '../../utils/evidence/trusted-keys.ts';
import { useDesk } from '../../utils/live/use-desk.ts';
import { useItems } from '../../utils/live/use-items.ts';
import { useLogStanding } from '../../utils/live/use-log-standing.ts';
import { useManaged } from '../../utils/live/use-managed.ts';
import { useSettings } from '../../utils/live/use-settings.ts';
import { useBundleDesk } from './bundles/use-bundle-desk.ts';
import { useBundleExport } from './bundles/use-bundle-export.ts';
import { startCase } from './cases/start-case.ts';
import { useCases, useCountedAddenda } from './item/use-evidence.ts';
import { LibraryPart } from './LibraryPart.tsx';
import { usePictures } from './pictures/use-pictures.ts';
import { usePool } from './pool/use-pool.ts';
import { useOwnKey } from './settings/use-own-key.ts';
import { useListAddress } from './use-list-address.ts';
import { goTo, useRoute } from './use-route.ts';
import { useStampQueue } from './use-stamp-queue.ts';
import { useStoreLock } from './use-store-lock.ts';

const NOBODY = { name: '', licence: '' };

/** One list for all drawings, so that nothing is worked out anew while there is none. */
const NO_KEYS: readonly TrustedKey[] = [];

/** The full-tab library: bar and the part that the address names. */
export function Library() {
  const route = useRoute();
  const [settings, saveSettings] = useSettings();
  const managed = useManaged();
  const items = useItems();
  const cases = useCases();
  const { list, onList, query, setQuery } = useListAddress(route);
  const of = (itemIds: readonly string[]) => (items ?? []).filter(({ id }) => itemIds.includes(id));
  const search = useRef<HTMLInputElement>(null);
  const atDesk = useDesk(settings);
  const { person } = atDesk;
  const bundleExport = useBundleExport(items, person);
  const own = useOwnKey()?.fingerprint ?? null;
  const trusted = settings?.trustedKeys ?? NO_KEYS;
  const keys = useMemo(() => ({ own, trusted }), [own, trusted]);
  const pictures = usePictures((sealed) => goTo('items', ...(sealed.length === 1 ? sealed : [])));
  const desk = useBundleDesk(person, keys, pictures.take);
  const pool = usePool(person, settings?.poolEveryMinutes);
  const stamps = useStampQueue(settings?.timestampUrl ?? null, items);
  const lock = useStoreLock(person);
  const logStanding = useLogStanding();
  const { calendar, office } = settings ?? {};
  const today = localDate(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);

  const addenda = useCountedAddenda(items, keys);
  const rows = useMemo(() => {
    const caseOf = new Map(cases.map((each) => [each.id, each]));
    return items && summariseItems(items, caseOf, { today, calendar, office }, addenda);
  }, [items, cases, today, calendar, office, addenda]);

  useKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return;
    event.preventDefault();
    search.current?.select();
  });

  const registrar = (atDesk.state === 'present' && atDesk.desk?.officer) || NOBODY;

  const trust = (fingerprint: string, holder: string) =>
    void saveSettings({ trustedKeys: [...trusted, { fingerprint, holder, addedOn: today }] }).catch(reportError);

  const searchable =
    ['rules', 'register', 'help'].includes(route.section) ||
    (['items', 'cases'].includes(route.section) && route.id === null);
  return (
    <>
      <TopBar
        section={route.section}
        {...(searchable ? { query } : {})}
        onQuery={setQuery}
        searchRef={search}
        pooled={pool.where !== null}
        desk={
          settings
            ? {
                ...atDesk,
                officers: settings.officers,
                onTake: (people) => void atDesk.take(people).catch(reportError),
                onRegister: () => goTo('settings'),
              }
            : undefined
        }
      />
      <LogAlarm standing={logStanding} onGoOn={(reason) => void goOnWithLog(reason, person).catch(reportError)} />
      <Boundary of={`${route.section}/${route.id}`} fallback={(error) => <FailedPart error={error} />}>
        <LockedSettings.Provider value={managed.locked}>
          {settings && (
            <LibraryPart
              {...{ route, settings, saveSettings, managed, items, rows, cases, list, onList, query, setQuery }}
              {...{ person, registrar, today, keys, pool, stamps, lock, bundleExport }}
              onTrust={trust}
              onStartCase={(itemIds) => void startCase(of(itemIds), { registrar, person, today }).catch(reportError)}
              onVerifyBundle={desk.choose}
              onAddPictures={pictures.choose}
            />
          )}
        </LockedSettings.Provider>
      </Boundary>
      {desk.over && <DropHint />}
      {pictures.state && lock.state !== 'locked' && (
        <PictureForm {...pictures.state} now={localMinute(new Date())} onAdd={pictures.add} onClose={pictures.close} />
      )}
      {desk.state && (
        <BundleDesk
          state={desk.state}
          onImport={desk.startImport}
          onTrust={trust}
          onOpen={(itemId) => {
            desk.close();
            goTo('items', itemId);
          }}
          onCancel={desk.cancel}
          onClose={desk.close}
        />
      )}
    </>
  );
}

/** In place of a part that could not be drawn; the bar above leads to the others. */
const FailedPart = ({ error }: { error: unknown }) => (
  <main class="zj-failed-part">
    <EmptyState icon="warning" title={t('part_unreadable')}>
      <p class="zj-mono">{String(error)}</p>
    </EmptyState>
  </main>
);
