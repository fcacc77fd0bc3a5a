import { onMessage } from '../../utils/messages/messaging.ts';
import { placeOfField } from '../../utils/pdf/read-pages.ts';
import { describePdf } from './describe-pdf.ts';
import { keepPdf, keepPdfPage } from './keep-pdf.ts';
import type { PdfSession } from './pdf-session.ts';

/** After the next two frames what was drawn last is seen; a tab behind others draws none, and is shot by nobody. */
const painted = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 500);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

/** Answers for the viewer what background asks a page's script of a tab, until `signal` aborts. */
export function answerTab(session: PdfSession, signal: AbortSignal, scrollTo: (top: number) => void): void {
  const show = (box: { y: number } | null | undefined) => {
    if (box) scrollTo(box.y);
  };
  const stops = [
    onMessage('scanAgain', () => session.judgeAgain()),
    onMessage('rulesChanged', () => session.judgeAgain()),
    onMessage('readText', () => session.text),
    onMessage('listPictures', () => ({ pictures: [], skipped: [] })),
    onMessage('findingDismissed', () => undefined),
    onMessage('setMarks', ({ data }) => {
      session.marked = data.shown;
      return painted();
    }),
    onMessage('describePdf', () => describePdf(session)),
    onMessage('keepPdf', ({ data }) => keepPdf(session, data.jobId)),
    onMessage('keepPdfPage', ({ data }) => keepPdfPage(session, data.jobId, data.number)),
    onMessage('showFinding', ({ data }) => show(session.findings.find(({ id }) => id === data.findingId)?.rect)),
    onMessage('showWords', ({ data }) => {
      const words = data.words.replace(/\s/g, '');
      const found = session.findings.find(({ matchedText }) => matchedText.replace(/\s/g, '').includes(words));
      show(found?.rect);
      return found !== undefined;
    }),
    onMessage('showCertificate', ({ data }) => {
      const certificate = session.certificates.find(({ id }) => id === data.certificateId);
      const value = data.field && certificate?.fields[data.field];
      show((value && placeOfField(session.pages, value)) ?? certificate?.rect);
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
}
