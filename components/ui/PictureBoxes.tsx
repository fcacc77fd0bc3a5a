import { useState } from 'preact/hooks';
import { PictureView } from './PictureView.tsx';
import { type PictureArea, type ShownPicture, share } from './shown-picture.ts';
import './picture-boxes.css';

/** A box in px of the picture. */
export interface PictureMark {
  id: string;
  box: PictureArea;
  tone: 'strong' | 'weak' | 'cited' | 'certificate';
  /** What it frames, for those who do not see it. */
  label?: string;
}

export interface PictureBoxesProps {
  picture: ShownPicture;
  alt: string;
  marks: readonly PictureMark[];
  /** Drawn strongly, and brought into view. */
  chosen?: string | undefined;
  /** Makes the boxes buttons. */
  onChoose?: ((id: string) => void) | undefined;
}

/** Scrolls the picture alone: the list around it stays where the officer reads. */
function bringIntoView(mark: HTMLElement): void {
  const frame = mark.closest('.zj-picture-boxes');
  if (frame) frame.scrollTop = mark.offsetTop + mark.offsetHeight / 2 - frame.clientHeight / 2;
}

/** A picture of the page with what was read from it framed. Absent when it cannot be loaded. */
export function PictureBoxes({ picture, alt, marks, chosen, onChoose }: PictureBoxesProps) {
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  const { width, height } = picture;
  return (
    <div class="zj-picture-boxes">
      <PictureView picture={picture} alt={alt} onBroken={() => setBroken(true)} />
      {marks.map(({ id, box, tone, label }) => {
        const drawn = {
          class: `zj-picture-mark zj-picture-mark-${tone}`,
          'data-chosen': id === chosen,
          ref: (mark: HTMLElement | null) => {
            if (id === chosen && mark) bringIntoView(mark);
          },
          style: {
            left: share(box.x, width),
            top: share(box.y, height),
            width: share(box.width, width),
            height: share(box.height, height),
          },
        };
        return onChoose ? (
          <button {...drawn} key={id} type="button" aria-label={label ?? id} onClick={() => onChoose(id)} />
        ) : (
          <span {...drawn} key={id} />
        );
      })}
    </div>
  );
}
