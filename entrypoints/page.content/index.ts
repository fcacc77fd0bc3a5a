import { type ContentScriptContext, defineContentScript } from '#imports';
import { localDay } from '../../utils/base/local-day.ts';
import { onMessage, sendMessage } from '../../utils/messages/messaging.ts';
import type { PageSettings } from '../../utils/messages/page-settings.ts';
import * as dom from '../../utils/page/dom.ts';
import { claimsInOrder, sequenceAt, stepClaim } from '../../utils/page/reading-order.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { CardOnDemand } from './card-on-demand.ts';
import { emptyReport } from './empty-report.ts';
import { FrameReporter } from './frame-reporter.ts';
import { loadPart } from './load-part.ts';
import { onFrameRemoved } from './on-frame-removed.ts';
import { onMissedKey } from './on-missed-key.ts';
import { onPick } from './on-pick.ts';
import { SessionOnDemand } from './session-on-demand.ts';
import { anyShadowRoot } from './shadow-roots.ts';
import { followSettings } from './site-switch.ts';
import { startCaptureHere } from './start-capture-here.ts';

/** Not a secret: it only tells one load of a document from the next. randomUUID is missing on insecure pages. */
const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** In our own world of the frame; the page does not see it. */
const STARTED = Symbol.for('zhengjian.page');

/**
 * Whether the script is at work in this document already: it was put there before the document had arrived, and the browser starts
 * it now. One that an earlier version of the extension left behind is ended.
 */
function isStarted(ctx: ContentScriptContext): boolean {
  const world = globalThis as unknown as Record<symbol, { document: Document; ctx: ContentScriptContext } | undefined>;
  const before = world[STARTED];
  if (before?.document === document && before.ctx.isValid) return true;
  before?.ctx.abort();
  world[STARTED] = { document, ctx };
  return false;
}

/** A frame that is shown before the officer goes there is scanned when it is shown. */
function whenShown(document: Document & { prerendering?: boolean }): Promise<void> {
  if (!dom.prerendering(document)) return Promise.resolve();
  return new Promise((resolve) =>
    dom.addEventListener(document, 'prerenderingchange', () => resolve(), { once: true }),
  );
}

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  cssInjectionMode: 'manual',
  async main(ctx) {
    if (isStarted(ctx)) return;
    const { signal } = ctx;
    await whenShown(document);
    if (signal.aborted || !dom.documentElement(document)) return;
    const documentKey = randomKey();
    let settings: PageSettings = { theme: 'system', referenceDate: null, on: false };
    let watched: SessionOnDemand | null = null;
    let running: AbortController | null = null;

    const session = () => watched?.session ?? null;
    const today = () => settings.referenceDate ?? localDay(new Date());

    const reporter = new FrameReporter(
      () => watched?.report(documentKey) ?? emptyReport(document, documentKey, 'off'),
      signal,
      { onReplaced: () => ctx.abort() },
    );

    const card = new CardOnDemand({
      document,
      isDark: () =>
        settings.theme === 'dark' ||
        (settings.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches),
      placeOf: (finding) => session()?.placeOf(finding) ?? null,
      today,
      page: () => session()?.page,
      isDismissed: ({ id }) => session()?.dismissed.has(id) ?? false,
      onShow: ({ id }) => session()?.reveal(id),
      onCapture: startCaptureHere,
      onDismiss: ({ id }, dismissed) => void sendMessage('dismissFinding', { findingId: id, dismissed }),
      onOpenPanel: () => void sendMessage('openPanel', {}),
    });

    function start(): void {
      running = new AbortController();
      watched = new SessionOnDemand({
        document,
        signal: running.signal,
        today,
        shadowRootOf: anyShadowRoot((element) => card.owns(element)),
        certificateReader: () => loadPart('certificates'),
        lexicon: () => sendMessage('getLexicon'),
        onChange: () => {
          card.update(session()?.findings() ?? []);
          reporter.report();
        },
      });
      onMissedKey(window, running.signal, () => {
        const marked = session()?.markSelection();
        if (marked) void sendMessage('keepMissed', marked);
      });
      onPick(window, running.signal, card, session);
      void watched.start();
    }

    function stop(): void {
      card.close();
      running?.abort();
      running = null;
      watched = null;
    }

    async function openAt(finding: Finding): Promise<void> {
      const shown = session();
      if (!shown) return;
      const claims = claimsInOrder(shown.findings(), shown.dismissed);
      const sequence = sequenceAt([finding.id], shown.findings(), shown.dismissed) ?? {
        findings: claims,
        index: 0,
      };
      shown.reveal(finding.id);
      await card.open(sequence, true);
    }

    signal.addEventListener('abort', stop);
    window.addEventListener('pageshow', (event) => event.persisted && reporter.report(), { signal });
    onFrameRemoved(window, signal, () => reporter.report());

    onMessage('scanAgain', ({ data }) => void watched?.scanAgain(data.rules));
    onMessage('rulesChanged', ({ data }) => void watched?.follow(data.rules));
    onMessage('placeFindings', () => session()?.places() ?? { scroll: { x: 0, y: 0 }, boxes: [] });
    onMessage('showFinding', ({ data }) => session()?.reveal(data.findingId));
    onMessage('describeSelection', () => session()?.markSelection() ?? null);
    onMessage('describeFinding', ({ data }) => session()?.markFinding(data.findingId) ?? null);
    onMessage('readText', () => session()?.text() ?? '');
    onMessage('showWords', ({ data }) => session()?.revealWords(data.words) ?? false);
    onMessage('showCertificate', ({ data }) => session()?.revealCertificate(data.certificateId, data.field));
    onMessage('findingDismissed', ({ data }) => {
      if (data.dismissed) session()?.dismissed.add(data.findingId);
      else session()?.dismissed.delete(data.findingId);
      session()?.paint();
    });
    onMessage('stepFinding', async ({ data }) => {
      const shown = session();
      const claims = shown ? claimsInOrder(shown.findings(), shown.dismissed) : [];
      const next = stepClaim(claims, data.restart ? null : (card.finding?.id ?? null), data.by);
      if (next) await openAt(next);
      else card.close();
      return next !== null;
    });
    onMessage('setMarks', async ({ data }) => {
      if (!data.shown) card.close();
      await watched?.setMarks(data.shown);
    });
    onMessage(
      'listPictures',
      async () => (await watched?.open())?.pictures.list(document) ?? { pictures: [], skipped: [] },
    );
    onMessage('drawPicture', async ({ data }) => (await session()?.pictures.draw(data.pictureId)) ?? null);
    onMessage('showReading', async ({ data }) => {
      if (data.reading) await session()?.takeReading(data.pictureId, data.reading);
    });

    await followSettings(window, signal, (next) => {
      settings = next;
      if (next.on && !watched) start();
      if (!next.on) stop();
      reporter.report();
    });
  },
});
