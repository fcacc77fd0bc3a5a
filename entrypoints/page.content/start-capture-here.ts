import { asExpectedFailure } from '../../utils/base/expected-failure.ts';
import { t } from '../../utils/base/i18n.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';

/** Asks for a capture of the tab that this page is in; resolves to the sentence why it did not start, null when it did. */
export async function startCaptureHere(): Promise<string | null> {
  try {
    await sendMessage('startCapture', { mode: 'full' });
    return null;
  } catch (error) {
    const expected = asExpectedFailure(error);
    if (!expected) throw error;
    return t(expected.key, ...expected.values);
  }
}
