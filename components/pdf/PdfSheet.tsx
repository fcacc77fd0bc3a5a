import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { PictureBox } from '../../utils/recognition/picture-reading.ts';
import '../ui/picture-boxes.css';

export interface PdfSheetProps {
  number: number;
  /** CSS px. */
  width: number;
  height: number;
  /** Its text, so that it can be selected and heard. */
  lines: readonly { text: string; box: PictureBox }[];
  marks: readonly { id: string; label: string; tone: 'strong' | 'weak' | 'cited' | 'certificate'; box: PictureBox }[];
  /** Draws the page; rejects when it cannot be drawn. */
  draw: (number: number, canvas: HTMLCanvasElement) => Promise<void>;
}

/** Pages this far outside of the window are drawn already; further ones are let go. */
const AHEAD = '600px';

/** One page of a PDF: drawn while it is near, its text over it, framed where something was found. */
export function PdfSheet({ number, width, height, lines, marks, draw }: PdfSheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: `${AHEAD} 0px`,
    });
    if (sheet.current) watch.observe(sheet.current);
    return () => watch.disconnect();
  }, []);
  return (
    <section
      ref={sheet}
      class="zj-pdf-sheet"
      style={{ width: `${width}px`, height: `${height}px` }}
      aria-label={t('pdfPageNumber', number)}
    >
      {near && <Drawn number={number} draw={draw} />}
      {near &&
        lines.map(({ text, box }, index) => (
          <span
            key={index}
            class="zj-pdf-text"
            style={{
              left: `${box.x}px`,
              top: `${box.y}px`,
              fontSize: `${box.height}px`,
              lineHeight: `${box.height}px`,
            }}
          >
            {text}
          </span>
        ))}
      {marks.map(({ id, label, tone, box }) => (
        <span
          key={id}
          class={`zj-picture-mark zj-picture-mark-${tone} zj-pdf-mark`}
          title={label}
          style={{
            left: `${box.x}px`,
            top: `${box.y}px`,
            width: `${box.width}px`,
            height: `${box.height}px`,
          }}
        />
      ))}
    </section>
  );
}

function Drawn({ number, draw }: Pick<PdfSheetProps, 'number' | 'draw'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const drawn = canvas.current;
    if (drawn) draw(number, drawn).catch(() => setBroken(true));
    return () => {
      if (drawn) drawn.width = 0;
    };
  }, [number, draw]);
  if (broken) return <p class="zj-pdf-broken">{t('pdfPageNotDrawn')}</p>;
  return <canvas ref={canvas} />;
}
