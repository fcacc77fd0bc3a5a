import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verification } from '../../components/library/VerdictDialog.tsx';
import { verifyBundle } from '../../utils/bundle/verify-bundle.ts';
import { failureText } from './failure-text.ts';

/** Checking of a bundle that lies outside the store. */
export interface BundleVerification {
  verification: Verification | null;
  /** Asks for a file. */
  choose: () => void;
  close: () => void;
}

/** Checks a bundle that is dropped on the page or chosen. */
export function useVerification(): BundleVerification {
  const [verification, setVerification] = useState<Verification | null>(null);
  const running = useRef<AbortController | null>(null);
  const check = async (file: File) => {
    running.current?.abort();
    running.current = new AbortController();
    const { signal } = running.current;
    const { name } = file;
    setVerification({ name, done: 0, total: file.size });
    try {
      const onProgress = ({ done, total }: { done: number; total: number }) => setVerification({ name, done, total });
      setVerification({ name, verdict: await verifyBundle(file, { signal, onProgress }) });
    } catch (error) {
      if (!signal.aborted) setVerification({ name, failure: failureText(error) });
    }
  };
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      check(file).catch(reportError);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, []);
  return {
    verification,
    choose() {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.zip';
      input.onchange = () => {
        if (input.files?.[0]) check(input.files[0]).catch(reportError);
      };
      input.click();
    },
    close() {
      running.current?.abort();
      setVerification(null);
    },
  };
}
