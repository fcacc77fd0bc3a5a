import { useEffect, useState } from 'preact/hooks';
import { type Desk, type DeskState, peopleAt, personOf } from '../evidence/desk.ts';
import { deskActiveItem, deskItem, keepDesk, readDesk, takeDesk } from '../store/desk-store.ts';
import type { Settings } from '../store/settings.ts';
import { keepOpen } from '../store/store-key.ts';

/** How often a surface looks whether the idle time has passed, in milliseconds. */
const LOOK_MS = 30_000;

export interface DeskInUse {
  /** Null until read. */
  state: DeskState | null;
  /** Whoever is at the desk, or was last. */
  desk: Desk | null;
  /** As the log names whoever acts now. */
  person: string;
  take: typeof takeDesk;
}

/** Who is at the desk, in every surface alike; clicks and keys on the surface count as acts, and keep an opened library open. */
export function useDesk(settings: Settings | null): DeskInUse {
  const [known, setKnown] = useState<{ desk: Desk | null; state: DeskState } | null>(null);
  const officers = settings?.officers;
  const idle = settings?.deskIdleMinutes;
  useEffect(() => {
    if (!settings) return;
    let ended = false;
    const load = () => {
      readDesk(settings).then((read) => {
        if (!ended) setKnown(read);
      }, reportError);
    };
    const act = () => void Promise.all([keepDesk(), keepOpen()]).catch(reportError);
    load();
    const timer = setInterval(load, LOOK_MS);
    const unwatch = [deskItem.watch(load), deskActiveItem.watch(load)];
    addEventListener('pointerdown', act);
    addEventListener('keydown', act);
    return () => {
      ended = true;
      clearInterval(timer);
      for (const stop of unwatch) stop();
      removeEventListener('pointerdown', act);
      removeEventListener('keydown', act);
    };
  }, [officers, idle]);
  const present = known?.state === 'present' && known.desk;
  return {
    state: known?.state ?? null,
    desk: known?.desk ?? null,
    person: personOf({ officers: present ? peopleAt(present) : [] }),
    take: takeDesk,
  };
}
