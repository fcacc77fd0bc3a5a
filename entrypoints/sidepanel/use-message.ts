import { useState } from 'preact/hooks';
import type { ToastProps } from '../../components/ui/Toast.tsx';
import { asExpectedFailure } from '../../utils/base/expected-failure.ts';
import { t } from '../../utils/base/i18n.ts';

/** The toast in view: its text and, where it can be undone, the act. */
export type Message = Pick<ToastProps, 'icon' | 'error' | 'action'> & { text: string };

export interface Messages {
  /** Each message has its own number, so that the next one gets its own time. */
  shown: (Message & { number: number }) | null;
  show: (message: Message) => void;
  close: () => void;
  /** Runs an act; an expected failure becomes a message, anything else stays loud. */
  attempt: (act: () => Promise<unknown>) => void;
}

/** One message at a time at the bottom of the panel. */
export function useMessage(): Messages {
  const [shown, setShown] = useState<Messages['shown']>(null);
  const show = (message: Message) => setShown((before) => ({ ...message, number: (before?.number ?? 0) + 1 }));
  return {
    shown,
    show,
    close: () => setShown(null),
    attempt: (act) => {
      act().catch((error) => {
        const expected = asExpectedFailure(error);
        if (!expected) return reportError(error);
        show({ text: t(expected.key, ...expected.values), error: true });
      });
    },
  };
}
