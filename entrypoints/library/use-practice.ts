import { useState } from 'preact/hooks';
import type { PracticeState } from '../../components/library/PracticeStart.tsx';
import { failureText } from '../../utils/base/failure-text.ts';
import { hasDebugger } from '../../utils/capture/network/debugger-session.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';

/** Opens the practice page, where the browser has what that takes. */
export function usePractice(): { practice: PracticeState; onPractice: () => void } {
  const [practice, setPractice] = useState<PracticeState>(hasDebugger() ? 'ready' : 'absent');
  const open = async () => {
    setPractice('opening');
    try {
      await sendMessage('openPractice', undefined);
      setPractice('ready');
    } catch (error) {
      setPractice({ failure: failureText(error) });
    }
  };
  return { practice, onPractice: () => void open() };
}
