import { t } from '../../utils/base/i18n.ts';
import type { PicturePart } from '../library/picture-parts.ts';
import { Thumbnail } from '../ui/Thumbnail.tsx';
import './tile-strip.css';

export interface TileStripProps {
  title: string;
  parts: readonly PicturePart[];
  pictures: ReadonlyMap<string, string>;
  current: string | null;
  onSelect: (name: string) => void;
}

/** Small pictures at the left, one for each part. */
export function TileStrip({ title, parts, pictures, current, onSelect }: TileStripProps) {
  return (
    <div class="zj-stack zj-strip">
      <span class="zj-secondary">
        {title} {parts.length}
      </span>
      {parts.map(({ artefact }, index) => (
        <button
          key={artefact.name}
          type="button"
          class="zj-strip-part"
          aria-pressed={artefact.name === current}
          aria-label={`${title} ${index + 1}`}
          title={artefact.name}
          onClick={() => onSelect(artefact.name)}
        >
          <Thumbnail
            src={pictures.get(artefact.name) ?? null}
            alt={t('detail_picture', index + 1)}
            width={88}
            height={48}
          />
          <span class="zj-strip-number" aria-hidden="true">
            {index + 1}
          </span>
        </button>
      ))}
    </div>
  );
}
