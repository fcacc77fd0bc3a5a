import type { Settings } from '../store/settings.ts';

/** What a page's script knows of the settings: the rest is none of its process's business. */
export type PageSettings = Pick<Settings, 'theme' | 'referenceDate'> & {
  /** Whether this document is to be scanned. */
  on: boolean;
};

/** Of the settings what a document of these hosts, its own and those of the pages around it, has to know. */
export function pageSettings(
  { theme, referenceDate, disabledSites }: Settings,
  hosts: readonly string[],
): PageSettings {
  return { theme, referenceDate, on: !hosts.some((host) => disabledSites.includes(host)) };
}
