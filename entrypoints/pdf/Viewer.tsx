import { useCallback, useMemo, useState } from 'preact/hooks';
import { browser } from '#imports';
import { PdfView } from '../../components/pdf/PdfView.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { asExpectedFailure } from '../../utils/base/expected-failure.ts';
import { t } from '../../utils/base/i18n.ts';
import { sendMessage } from '../../utils/messages/messaging.ts';
import type { OpenPdf } from '../../utils/pdf/open-pdf.ts';
import { openPanel } from '../../utils/tabs/open-panel.ts';
import { useFileDrop } from '../library/bundles/use-file-drop.ts';
import { chooseFile } from '../library/choose-file.ts';
import { copyText } from '../library/copy-text.ts';
import type { PdfSession } from './pdf-session.ts';
import { sheetsOf } from './sheets-of.ts';
import { usePdf } from './use-pdf.ts';

let tabId: number | undefined;
void browser.tabs.getCurrent().then((tab) => {
  tabId = tab?.id;
});

function progressOf({ phase, pages, pdf, fetched }: PdfSession): { done: number; of: number } | null {
  if (phase === 'fetching') return { done: fetched.bytes, of: fetched.of ?? fetched.bytes * 2 };
  if (phase !== 'reading') return null;
  return { done: pages.length, of: Math.max(1, pdf?.pages ?? 1) };
}

/** Draws pages one after another: a fast scroll over many pages draws each that is still there. */
function drawerOf(pdf: OpenPdf | null) {
  let last: Promise<unknown> = Promise.resolve();
  return (number: number, canvas: HTMLCanvasElement): Promise<void> => {
    const turn = last.then(async () => {
      if (pdf && canvas.isConnected) await pdf.draw(number, devicePixelRatio, canvas);
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** One click captures what the viewer shows; the panel opens beside it, which must be asked for while the click is handled. */
function useCapture(): { start: () => void; refusal: string | undefined } {
  const [refusal, setRefusal] = useState<string>();
  const start = useCallback(() => {
    if (tabId === undefined) return;
    setRefusal(undefined);
    void openPanel(tabId).catch(reportError);
    sendMessage('startCapture', { tabId, mode: 'full' }).catch((error: unknown) => {
      const expected = asExpectedFailure(error);
      if (!expected) throw error;
      setRefusal(t(expected.key, ...expected.values));
    });
  }, []);
  return { start, refusal };
}

/** Wires the viewer: the PDF of its address or a chosen file, the panel beside it. */
export function Viewer() {
  const { session, open, scrollTo } = usePdf();
  const choose = useCallback(() => {
    void chooseFile('application/pdf,.pdf').then((file) => file && open(file));
  }, []);
  useFileDrop(open);
  const capture = useCapture();
  const pdf = session?.pdf ?? null;
  const draw = useMemo(() => drawerOf(pdf), [pdf]);
  if (!session) {
    return (
      <main class="zj-pdf-empty">
        <EmptyState
          icon="certificate"
          title={t('pdfNothingOpen')}
          action={
            <Button variant="filled" onClick={choose}>
              {t('pdfChoose')}
            </Button>
          }
        >
          {t('pdfDropHere')}
        </EmptyState>
      </main>
    );
  }
  return (
    <PdfView
      title={session.title}
      address={session.address}
      facts={session.facts()}
      progress={progressOf(session)}
      sheets={sheetsOf(session)}
      draw={draw}
      scroller={(scroll) => {
        scrollTo.current = scroll;
      }}
      onStop={() => session.stop()}
      onPanel={() => tabId !== undefined && void openPanel(tabId).catch(reportError)}
      onCapture={capture.start}
      refusal={capture.refusal}
      onChoose={choose}
      onCopy={copyText}
    />
  );
}
