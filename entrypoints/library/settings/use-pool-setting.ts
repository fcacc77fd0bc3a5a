import { useState } from 'preact/hooks';
import type { PoolSetting } from '../../../components/settings/PoolGroup.tsx';
import { failureText } from '../../../utils/base/failure-text.ts';
import { t } from '../../../utils/base/i18n.ts';
import { useStored } from '../../../utils/live/use-stored.ts';
import {
  forgetPoolAccess,
  keepPoolAccess,
  openPoolStore,
  type PoolAccess,
  readPoolAccess,
} from '../../../utils/store/pool-access.ts';

type FolderPicker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
const picker = () => (globalThis as { showDirectoryPicker?: FolderPicker }).showDirectoryPicker;

const isDismissed = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

/** Only these go over the net, and an address that brings a log-in of its own would show it. */
function isUsable(url: string): boolean {
  try {
    const { protocol, username, password } = new URL(url);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Where the pool lies; a place counts once it was read. */
export function usePoolSetting(encrypted: boolean): PoolSetting {
  const access = useStored(['pool'], readPoolAccess);
  const [failure, setFailure] = useState<string | null>(null);
  const use = async (chosen: PoolAccess, password?: string) => {
    await keepPoolAccess(chosen, password);
    await (await openPoolStore(chosen, true)).list('log');
  };
  const attempt = (work: () => Promise<void>) => {
    setFailure(null);
    work().catch((error) => {
      if (!isDismissed(error)) setFailure(failureText(error));
    });
  };
  const where = access && (access.kind === 'folder' ? access.folder.name : access.url);
  return {
    where,
    kind: access?.kind ?? null,
    user: access?.kind === 'webdav' ? access.user : '',
    folders: picker() !== undefined,
    encrypted,
    failure,
    onFolder: () =>
      attempt(async () => {
        const folder = await picker()?.({ id: 'zhengjian-pool', mode: 'readwrite' });
        if (folder) await use({ kind: 'folder', folder });
      }),
    onWebDav: (url, user, password) => {
      if (isUsable(url)) attempt(() => use({ kind: 'webdav', url, user }, password));
      else setFailure(t('pool_urlMalformed'));
    },
    onForget: () => attempt(forgetPoolAccess),
  };
}
