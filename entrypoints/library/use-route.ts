import { useEffect, useState } from 'preact/hooks';
import { SECTIONS, type Section } from '../../components/library/TopBar.tsx';

/** What the address after `#` says: `#/items/E20261123-0007/log`. */
export interface Route {
  section: Section;
  /** An item or a rule. */
  id: string | null;
  /** A tab of the item page. */
  tab: string | null;
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
  const [section, id, tab] = hash.replace(/^#\/?/, '').split('/').map(decoded);
  return { section: SECTIONS.find((each) => each === section) ?? 'items', id: id || null, tab: tab || null };
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

/** Goes to a part of the library; ids may hold slashes. */
export function goTo(section: Section, ...parts: readonly string[]): void {
  location.hash = `#/${[section, ...parts.map(encodeURIComponent)].join('/')}`;
}
