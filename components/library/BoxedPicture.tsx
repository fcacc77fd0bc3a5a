import { t } from '../../utils/base/i18n.ts';
import './boxed-picture.css';
import type { Box, PlacedBox } from './place-boxes.ts';

export interface BoxedPictureProps {
  /** Address of the picture; absent while it loads. */
  src: string | undefined;
  alt: string;
  /** The part of the page that the picture shows, CSS px of the page. */
  region: Box;
  /** Boxes over the picture; the picture itself stays as it was captured. */
  boxes: readonly PlacedBox[];
  /** Certificates on the picture, boxes as those of the findings. */
  certificates?: readonly { id: string; name: string; box: Box }[];
  onCertificate?: () => void;
  /** Finding id of the chosen box. */
  chosen?: string | undefined;
  /** Number discs at the corners; without them the boxes are mere outlines. */
  onChoose?: (findingId: string) => void;
}

const share = (part: number, whole: number) => `${(part / whole) * 100}%`;

const placeWithin = (box: Box, region: Box) => ({
  left: share(box.x, region.width),
  top: share(box.y, region.height),
  width: share(box.width, region.width),
  height: share(box.height, region.height),
});

/** A captured picture with the findings' boxes laid over it; as wide as its place. */
export function BoxedPicture({
  src,
  alt,
  region,
  boxes,
  certificates = [],
  onCertificate,
  chosen,
  onChoose,
}: BoxedPictureProps) {
  return (
    <div class="zj-boxed" style={{ aspectRatio: `${region.width} / ${region.height}` }}>
      {src && <img src={src} alt={alt} decoding="async" draggable={false} />}
      {certificates.map(({ id, name, box }) => (
        <button
          key={id}
          type="button"
          class="zj-box zj-box-certificate"
          style={placeWithin(box, region)}
          aria-label={name}
          onClick={onCertificate}
        >
          <span class="zj-box-disc" aria-hidden="true">
            {t('item_certificateDisc')}
          </span>
        </button>
      ))}
      {boxes.map(({ number, style, finding, box, first }, index) => {
        const place = placeWithin(box, region);
        const name = `${number} ${finding.matchedText}`;
        return onChoose ? (
          <button
            key={`${finding.id} ${index}`}
            type="button"
            class={`zj-box zj-box-${style}`}
            style={place}
            aria-label={name}
            aria-pressed={finding.id === chosen}
            onClick={() => onChoose(finding.id)}
            {...(first ? {} : { tabIndex: -1 })}
          >
            {first && (
              <span class="zj-box-disc" aria-hidden="true">
                {number}
              </span>
            )}
          </button>
        ) : (
          <span key={`${finding.id} ${index}`} class={`zj-box zj-box-${style}`} style={place} />
        );
      })}
    </div>
  );
}
