import { useRef, useState } from 'preact/hooks';
import type { ExportState } from '../../../components/library/ExportBar.tsx';
import { failureText } from '../../../utils/base/failure-text.ts';
import { exportBundle, sizeOfItems } from '../../../utils/casework/export-bundle.ts';
import type { EvidenceItem } from '../../../utils/evidence/record.ts';

/** The one export of the library; it goes on while other parts of the library are looked at. */
export interface BundleExport {
  state: ExportState;
  /** Answers whether a bundle was written and verified; false when one runs already, it was cancelled, or it failed. */
  start: (itemIds: readonly string[]) => Promise<boolean>;
  cancel: () => void;
  /** Puts a finished run away. */
  end: () => void;
}

const IDLE: ExportState = { phase: 'idle' };

export function useBundleExport(items: readonly EvidenceItem[] | null, person: string): BundleExport {
  const [state, setState] = useState<ExportState>(IDLE);
  const running = useRef<AbortController | null>(null);
  const run = async (chosen: readonly EvidenceItem[], control: AbortController) => {
    const { signal } = control;
    const count = chosen.length;
    setState({ phase: 'writing', items: count, done: 0, total: sizeOfItems(chosen) });
    try {
      const onProgress = (phase: 'writing' | 'verifying', done: number, total: number) =>
        setState({ phase, items: count, done, total });
      setState({ phase: 'done', ...(await exportBundle({ items: chosen, person, signal, onProgress })) });
      return true;
    } catch (error) {
      if (signal.aborted || isDismissed(error)) setState(IDLE);
      else setState({ phase: 'failed', reason: failureText(error) });
      return false;
    } finally {
      running.current = null;
    }
  };
  return {
    state,
    async start(itemIds) {
      const chosen = (items ?? []).filter(({ id }) => itemIds.includes(id));
      if (running.current || chosen.length === 0) return false;
      running.current = new AbortController();
      return run(chosen, running.current);
    },
    cancel: () => running.current?.abort(),
    end: () => setState(IDLE),
  };
}

/** The officer closed the dialog that asks where to save. */
const isDismissed = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
