import { browser } from '#imports';

/** Another extension that is switched on and may alter what pages show. */
export interface OtherExtension {
  id: string;
  name: string;
  version: string;
  /** `admin` where a policy installed it. */
  installType: string;
}

const ALTERING = ['debugger', 'scripting', 'declarativeNetRequest', 'webRequestBlocking', 'proxy'];

/**
 * The other extensions that can alter pages: those with access to sites, or with a permission that reaches into them; null
 * without the permission to ask, which the office grants in the settings.
 */
export async function otherExtensions(): Promise<OtherExtension[] | null> {
  if (!(await browser.permissions.contains({ permissions: ['management'] }))) return null;
  const all = await browser.management.getAll();
  return all
    .filter(({ id, type, enabled, hostPermissions = [], permissions = [] }) => {
      const alters = hostPermissions.length > 0 || permissions.some((permission) => ALTERING.includes(permission));
      return type === 'extension' && enabled && alters && id !== browser.runtime.id;
    })
    .map(({ id, name, version, installType }) => ({ id, name, version, installType }));
}
