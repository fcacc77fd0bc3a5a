import type { ComponentChildren } from 'preact';
import { type PictureArea, type ShownPicture, share } from './shown-picture.ts';
import './picture-view.css';

export interface PictureViewProps {
  picture: ShownPicture;
  /** The part that is shown; all of it when absent. */
  area?: PictureArea | undefined;
  /** Empty where something beside it says what it is. */
  alt: string;
  class?: string;
  onBroken?: () => void;
  /** Laid over it. */
  children?: ComponentChildren;
}

/** A part of a picture, as wide as there is room; the picture itself is shown as it is. */
export function PictureView({
  picture,
  area = { x: 0, y: 0, ...picture },
  alt,
  onBroken,
  children,
  ...props
}: PictureViewProps) {
  return (
    <span
      class={`zj-picture-view ${props.class ?? ''}`}
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      style={{ aspectRatio: `${area.width} / ${area.height}` }}
    >
      {picture.images.map(({ src, x, y, width, height }) => (
        <img
          key={src}
          src={src}
          alt=""
          referrerpolicy="no-referrer"
          draggable={false}
          onError={onBroken}
          style={{
            left: share(x - area.x, area.width),
            top: share(y - area.y, area.height),
            width: share(width, area.width),
            height: share(height, area.height),
          }}
        />
      ))}
      {children}
    </span>
  );
}
