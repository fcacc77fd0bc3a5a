import { useEffect, useState } from 'preact/hooks';
import { SECTIONS, type Section } from '../../components/library/TopBar.tsx';

/** What the address after `#` says: `#/items/E20261123-0007/log?status=pending&sort=deadline`. */
export interface Route {
  section: Section;
  /** An item or a rule. */
  id: string | null;
  /** A tab of the item page. */
  tab: string | null;
  /** What is set in the list, without `?`; an item's page keeps it, so that going back finds it again. */
  search: string;
}

/** An address is typed by anyone: what is no encoding stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

function parseRoute(hash: string): Route {
  const [path = '', ...search] = hash.replace(/^#\/?/, '').split('?');
  const [section, id, tab] = path.split('/').map(decoded);
  return {
    section: SECTIONS.find((each) => each === section) ?? 'items',
    id: id || null,
    tab: tab || null,
    search: search.join('?'),
  };
}

/** The route in force; follows the address. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

/** Goes to a part of the library; ids may hold slashes. Within one part, what is set in its list stays. */
export function goTo(section: Section, ...parts: readonly string[]): void {
  const now = parseRoute(location.hash);
  const search = now.section === section ? now.search : '';
  location.hash = `#/${[section, ...parts.map(encodeURIComponent)].join('/')}${search && `?${search}`}`;
}

/** Writes what is set in the list into the address, in place of the present entry of the history. */
export function replaceSearch(search: string): void {
  const [path = ''] = location.hash.split('?');
  history.replaceState(null, '', `${path || '#/items'}${search && `?${search}`}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** What is set in the list at this moment; two changes in one turn then both hold. */
export const currentSearch = (): string => parseRoute(location.hash).search;
