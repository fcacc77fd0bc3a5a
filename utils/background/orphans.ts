import { browser } from '#imports';

/** What a capture opens outside itself, and what would stay behind if its worker died: tabs it attached the debugger to, tabs of its own. */
export type OrphanKind = 'attached' | 'opened';

type Orphans = Readonly<Record<OrphanKind, readonly number[]>>;

const KEY = 'capture-orphans';
const NONE: Orphans = { attached: [], opened: [] };

let turn: Promise<unknown> = Promise.resolve();

async function read(): Promise<Orphans> {
  return { ...NONE, ...((await browser.storage.session.get(KEY))[KEY] as Orphans | undefined) };
}

function change(kind: OrphanKind, by: (tabs: readonly number[]) => readonly number[]): Promise<void> {
  const changed = turn.then(async () => {
    const orphans = await read();
    await browser.storage.session.set({ [KEY]: { ...orphans, [kind]: by(orphans[kind]) } });
  });
  turn = changed.catch(() => undefined);
  return changed;
}

/** Written down before it is opened, so that no death of the worker comes in between. */
export const noteOrphan = (kind: OrphanKind, tabId: number): Promise<void> =>
  change(kind, (tabs) => [...tabs.filter((each) => each !== tabId), tabId]);

/** It was closed in the ordinary way. */
export const forgetOrphan = (kind: OrphanKind, tabId: number): Promise<void> =>
  change(kind, (tabs) => tabs.filter((each) => each !== tabId));

const chromeDebugger = () => (globalThis as { chrome?: typeof chrome }).chrome?.debugger;

/** Ends what a dead worker left: its sessions of the debugger and its tabs. What is gone already needs no ending. */
export async function endOrphans(): Promise<void> {
  const { attached, opened } = await read();
  for (const tabId of attached) {
    await chromeDebugger()
      ?.detach({ tabId })
      .catch(() => undefined);
    await forgetOrphan('attached', tabId);
  }
  for (const tabId of opened) {
    await browser.tabs.remove(tabId).catch(() => undefined);
    await forgetOrphan('opened', tabId);
  }
}
