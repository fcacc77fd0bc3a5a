import { useEffect, useState } from 'preact/hooks';
import { asExpectedFailure } from '../../utils/base/expected-failure.ts';
import { t } from '../../utils/base/i18n.ts';
import { Toast } from './Toast.tsx';

/** Nobody has to be told that he stopped something himself. */
const isStopped = (error: unknown) => error instanceof Error && error.name === 'AbortError';

function sentenceOf(error: unknown): string {
  const expected = asExpectedFailure(error);
  if (expected) return t(expected.key, ...expected.values);
  return t('failure_defect', error instanceof Error ? error.message : String(error));
}

/**
 * Says whatever failed on a page of the extension and has no place of its own to be said: every error that is reported, and every
 * promise that nobody caught. Thus no press ends without an answer, whatever it leads to.
 */
export function FailureNotice() {
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    const lifetime = new AbortController();
    const say = (error: unknown) => {
      // Notices of the browser itself, on layout for instance, bring no error.
      if (error !== undefined && error !== null && !isStopped(error)) setFailed(sentenceOf(error));
    };
    const { signal } = lifetime;
    addEventListener('error', (event) => say(event.error), { signal });
    addEventListener('unhandledrejection', (event) => say(event.reason), { signal });
    return () => lifetime.abort();
  }, []);
  if (failed === null) return null;
  return (
    <Toast key={failed} error onClose={() => setFailed(null)}>
      {failed}
    </Toast>
  );
}
