import { onMessage } from '../../utils/messages/messaging.ts';
import { openPractice } from '../../utils/visits/open-practice.ts';

/** Opens the practice page when the guide asks for it. Call once, synchronously, when the background starts. */
export function registerPractice(): void {
  onMessage('openPractice', openPractice);
}
