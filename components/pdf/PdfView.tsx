import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sizeText } from '../../utils/base/figures.ts';
import { keyOf, t, tData } from '../../utils/base/i18n.ts';
import type { PdfFacts } from '../../utils/pdf/pdf-facts.ts';
import { PAGE_GAP } from '../../utils/pdf/pdf-limits.ts';
import { Button } from '../ui/Button.tsx';
import { DigestLine } from '../ui/DigestLine.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Note } from '../ui/Note.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { PdfSheet, type PdfSheetProps } from './PdfSheet.tsx';
import './pdf-view.css';

export interface PdfViewProps {
  title: string;
  address: string;
  facts: PdfFacts;
  /** UTC, ISO 8601: when it was fetched; absent for a file. */
  fetchedAt?: string | undefined;
  progress: { done: number; of: number } | null;
  sheets: readonly Omit<PdfSheetProps, 'draw'>[];
  draw: PdfSheetProps['draw'];
  /** Told how to scroll to a place, CSS px below the top of the first page. */
  scroller: (scroll: ((top: number) => void) | null) => void;
  onStop: () => void;
  onPanel: () => void;
  /** Captures the document; the sentence of {@link PdfViewProps.refusal} says why it did not begin. */
  onCapture: () => void;
  refusal?: string | undefined;
  onChoose: () => void;
  onCopy: (value: string) => void;
}

/** A PDF as the extension shows it: where it came from and what was not read, and its pages with what was found on them. */
export function PdfView(props: PdfViewProps) {
  const { facts, progress } = props;
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    props.scroller((top) => scroll.current?.scrollTo({ top: Math.max(0, top - 80), behavior: 'smooth' }));
    return () => props.scroller(null);
  }, []);
  return (
    <main class="zj-pdf">
      <header class="zj-stack zj-pdf-head">
        <div class="zj-pdf-line">
          <h1 class="zj-ellipsis" title={props.title}>
            {props.title}
          </h1>
          {progress && (
            <Button size="small" onClick={props.onStop}>
              {t('pdfStop')}
            </Button>
          )}
          <Button size="small" onClick={props.onChoose}>
            {t('pdfChoose')}
          </Button>
          <Button size="small" icon="panel" onClick={props.onPanel}>
            {t('openPanel')}
          </Button>
          <Button size="small" icon="capture" variant="filled" onClick={props.onCapture}>
            {t('capture')}
          </Button>
        </div>
        <div class="zj-pdf-line zj-secondary">
          <span class="zj-ellipsis" title={props.address}>
            {facts.origin === 'fetched' ? props.address : t('pdfFromFile')}
          </span>
          {facts.pages > 0 && <span>{t('pdfPages', facts.pages, sizeText(facts.bytes))}</span>}
          {facts.sha256 && <DigestLine algorithm="SHA-256" value={facts.sha256} onCopy={props.onCopy} />}
        </div>
        {props.refusal && (
          <div role="alert">
            <Note icon="warning" tone="weak">
              {props.refusal}
            </Note>
          </div>
        )}
        {progress && <ProgressBar value={progress.done} max={progress.of} label={t('pdfReading')} />}
        {facts.origin === 'fetched' && <Note icon="info">{t('pdfFetchedAnew')}</Note>}
        {facts.scripts && <Note icon="info">{t('pdfScripts')}</Note>}
        {facts.truncated && (
          <Note icon="warning" tone="weak">
            {t('pdfTruncated')}
          </Note>
        )}
        {facts.lacks.map(({ lack, pages }) => (
          <Note key={lack} icon="warning" tone="weak">
            {t(keyOf('pdfPage', lack), pages)}
          </Note>
        ))}
      </header>
      <section class="zj-pdf-pages" ref={scroll} aria-label={t('pdfPagesOf', props.title)}>
        {facts.failure ? (
          <Failure>{tData(facts.failure.key, ...facts.failure.values)}</Failure>
        ) : (
          <div class="zj-pdf-sheets" style={{ gap: `${PAGE_GAP}px` }}>
            {props.sheets.map((sheet) => (
              <PdfSheet key={sheet.number} {...sheet} draw={props.draw} />
            ))}
          </div>
        )}
      </section>
    </main>
  );
}

function Failure({ children }: { children: ComponentChildren }) {
  return (
    <div role="alert" class="zj-pdf-failure">
      <EmptyState icon="warning" title={t('pdfNotOpened')}>
        {children}
      </EmptyState>
    </div>
  );
}
