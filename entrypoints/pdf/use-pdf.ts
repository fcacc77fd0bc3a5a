import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from '#imports';
import { localDay } from '../../utils/base/local-day.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import { addressInHash } from '../../utils/pdf/viewer-link.ts';
import { readSettings } from '../../utils/store/settings.ts';
import { FrameReporter } from '../page.content/frame-reporter.ts';
import { answerTab } from './answer-tab.ts';
import { PdfSession, type PdfSource } from './pdf-session.ts';

const sourceOf = (hash: string): PdfSource | null => {
  const url = addressInHash(hash);
  return url === null ? null : { url };
};

export interface ShownPdf {
  session: PdfSession | null;
  /** Shows a file in place of what is shown. */
  open: (file: File) => void;
  /** Where pages are scrolled to; set by what shows them. */
  scrollTo: { current: ((top: number) => void) | null };
}

/** The PDF that the address names, or a chosen file: read, reported to whoever asks for the tab, and drawn again on every change. */
export function usePdf(): ShownPdf {
  const [source, setSource] = useState<PdfSource | null>(() => sourceOf(location.hash));
  const [session, setSession] = useState<PdfSession | null>(null);
  const [, draw] = useState(0);
  const scrollTo = useRef<((top: number) => void) | null>(null);
  useEffect(() => {
    const follow = () => setSource(sourceOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (!source) return;
    const ended = new AbortController();
    void begin(source, ended.signal, scrollTo, (next) => {
      setSession(next);
      draw((count) => count + 1);
    }).catch(reportError);
    return () => {
      ended.abort();
      setSession(null);
    };
  }, [source]);
  return { session, open: (file) => setSource({ file }), scrollTo };
}

async function begin(
  source: PdfSource,
  signal: AbortSignal,
  scrollTo: { current: ((top: number) => void) | null },
  changed: (session: PdfSession) => void,
): Promise<void> {
  const [tab, settings] = await Promise.all([browser.tabs.getCurrent(), readSettings()]);
  const tabId = tab?.id;
  if (tabId === undefined || signal.aborted) return;
  const reporter = new FrameReporter(() => session.report(), signal, {
    send: (report) => sendMessage('reportDocument', { tabId, report }),
  });
  const session = new PdfSession({
    source,
    signal,
    tabId,
    pictures: new URLSearchParams(location.search).get('pictures') !== 'no',
    today: () => settings.referenceDate ?? localDay(new Date()),
    onChange: () => {
      document.title = session.title;
      changed(session);
      reporter.report();
    },
  });
  answerTab(session, signal, (top) => scrollTo.current?.(top));
  await session.run();
}
