import { useEffect, useRef, useState } from 'preact/hooks';
import { ExportToast } from '../../components/library/ExportToast.tsx';
import { TopBar } from '../../components/library/TopBar.tsx';
import { localDate } from '../../utils/evidence/deadline.ts';
import { personOf } from '../../utils/store/seal-item.ts';
import { ItemRoute } from './ItemRoute.tsx';
import { ItemsRoute } from './ItemsRoute.tsx';
import { useBundleExport } from './use-bundle-export.ts';
import { useCases, useItems } from './use-evidence.ts';
import { useRoute } from './use-route.ts';
import { useSettings } from './use-settings.ts';

/** The full-tab library: bar and the part that the address names. */
export function Library() {
  const route = useRoute();
  const [settings] = useSettings();
  const items = useItems();
  const cases = useCases();
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const person = personOf({ officers: settings?.officers ?? [] });
  const bundleExport = useBundleExport(items, person);
  const today = localDate(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'k') return;
      event.preventDefault();
      search.current?.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const item = route.section === 'items' && settings ? items?.find(({ id }) => id === route.id) : undefined;
  const searchable = route.section === 'items' || route.section === 'rules';
  return (
    <>
      <TopBar section={route.section} {...(searchable ? { query } : {})} onQuery={setQuery} searchRef={search} />
      {item ? (
        <>
          <ItemRoute key={item.id} {...{ item, cases, person, bundleExport }} tab={route.tab} />
          <ExportToast {...bundleExport} />
        </>
      ) : (
        <ItemsRoute {...{ items, cases, query, today, person, bundleExport }} onQuery={setQuery} />
      )}
    </>
  );
}
