import { useState } from 'preact/hooks';
import './picture-boxes.css';

/** A box in px of the picture. */
export interface PictureMark {
  id: string;
  box: { x: number; y: number; width: number; height: number };
  tone: 'strong' | 'weak' | 'cited' | 'certificate';
}

export interface PictureBoxesProps {
  /** Address as the page shows it. */
  src: string;
  alt: string;
  /** Natural size of the picture that was read, px. */
  width: number;
  height: number;
  marks: readonly PictureMark[];
  /** Drawn strongly, and brought into view. */
  chosen?: string | undefined;
}

/** Scrolls the picture alone: the list around it stays where the officer reads. */
function bringIntoView(mark: HTMLElement): void {
  const frame = mark.closest('.zj-picture-boxes');
  if (frame) frame.scrollTop = mark.offsetTop + mark.offsetHeight / 2 - frame.clientHeight / 2;
}

/** A picture of the page with what was read from it framed; the picture itself is shown as it is. Absent when it cannot be loaded. */
export function PictureBoxes({ src, alt, width, height, marks, chosen }: PictureBoxesProps) {
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return (
    <div class="zj-picture-boxes">
      <div class="zj-picture-boxes-page" style={{ aspectRatio: `${width} / ${height}` }}>
        <img src={src} alt={alt} referrerpolicy="no-referrer" draggable={false} onError={() => setBroken(true)} />
        {marks.map(({ id, box, tone }) => (
          <span
            key={id}
            class={`zj-picture-mark zj-picture-mark-${tone}`}
            data-chosen={id === chosen}
            ref={(mark) => {
              if (id === chosen && mark) bringIntoView(mark);
            }}
            style={{
              left: share(box.x, width),
              top: share(box.y, height),
              width: share(box.width, width),
              height: share(box.height, height),
            }}
          />
        ))}
      </div>
    </div>
  );
}
