import { Icon } from './Icon.tsx';
import './thumbnail.css';

export interface ThumbnailProps {
  /** Address of the picture; null while there is none. */
  src: string | null;
  alt: string;
  /** CSS px. */
  width: number;
  height: number;
  /** Which part stays when the shape differs. */
  position?: 'top' | 'center';
}

/** A small picture cut to size, on the picture desk. */
export function Thumbnail({ src, alt, width, height, position = 'top' }: ThumbnailProps) {
  return (
    <span class="zj-thumbnail" style={{ width: `${width}px`, height: `${height}px` }}>
      {src ? (
        <img src={src} alt={alt} style={{ objectPosition: position }} draggable={false} />
      ) : (
        <Icon name="picture" label={alt} />
      )}
    </span>
  );
}
