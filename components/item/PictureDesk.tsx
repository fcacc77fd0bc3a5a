import { useEffect, useRef } from 'preact/hooks';
import { keyOf, t } from '../../utils/base/i18n.ts';
import type { Certificate } from '../../utils/certificate/certificate.ts';
import { BoxedPicture } from '../library/BoxedPicture.tsx';
import { laidOut, type PicturePart } from '../library/picture-parts.ts';
import { type NumberedFinding, placeBoxes, placeCertificates } from '../library/place-boxes.ts';
import './picture-desk.css';

/** Air around the picture, CSS px; the style sheet has the same. */
const MARGIN = 16;

export interface PictureDeskProps {
  parts: readonly PicturePart[];
  /** Addresses by artefact name; absent while a picture loads. */
  pictures: ReadonlyMap<string, string>;
  /** Boxes; none when the original is shown bare. */
  findings: readonly NumberedFinding[];
  /** Certificates; none when the original is shown bare. */
  certificates?: readonly Certificate[];
  onCertificate?: () => void;
  chosen: string | null;
  /** Screen px per px of the page; null fits the width. */
  zoom: number | null;
  onChoose: (findingId: string) => void;
  /** The scale in force, when it changes. */
  onScale: (scale: number) => void;
  /** A part to bring into view, by artefact name. */
  target: string | null;
  title: string;
}

/** The page as it was captured, its pictures joined where they belong, with the boxes over them. */
export function PictureDesk(props: PictureDeskProps) {
  const {
    parts,
    pictures,
    findings,
    certificates = [],
    onCertificate,
    chosen,
    zoom,
    onChoose,
    onScale,
    target,
    title,
  } = props;
  const desk = useRef<HTMLDivElement>(null);
  const laid = laidOut(parts);
  const left = Math.min(...laid.map(({ place }) => place.x));
  const top = Math.min(...laid.map(({ place }) => place.y));
  const width = Math.max(...laid.map(({ place }) => place.x + place.width)) - left;
  const height = Math.max(...laid.map(({ place }) => place.y + place.height)) - top;

  useEffect(() => {
    const element = desk.current;
    if (!element) return;
    const measure = () => onScale(zoom ?? (element.clientWidth - 2 * MARGIN) / width);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    return () => resized.disconnect();
  }, [zoom, width]);

  useEffect(() => {
    desk.current?.querySelector('.zj-box[aria-pressed="true"]')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [chosen, zoom]);

  useEffect(() => {
    if (target) desk.current?.querySelector(`[data-part="${CSS.escape(target)}"]`)?.scrollIntoView({ block: 'start' });
  }, [target]);

  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller without focusable parts must be reachable by keys
    <section class="zj-desk" ref={desk} tabIndex={0} aria-label={t('detail_picture', title)}>
      <div
        class="zj-desk-page"
        style={{ width: zoom === null ? '100%' : `${width * zoom}px`, aspectRatio: `${width} / ${height}` }}
      >
        {laid.map(({ artefact, region, place }) => (
          <div
            key={artefact.name}
            class="zj-desk-part"
            data-part={artefact.name}
            style={{
              left: share(place.x - left, width),
              top: share(place.y - top, height),
              width: share(place.width, width),
            }}
          >
            <BoxedPicture
              src={pictures.get(artefact.name)}
              alt={artefact.name}
              region={region}
              boxes={placeBoxes(findings, region, artefact)}
              certificates={(artefact.part === undefined ? placeCertificates(certificates, region) : []).map(
                ({ certificate, ...placed }) => ({
                  ...placed,
                  name: t(keyOf('certificateKind', certificate.kind)),
                }),
              )}
              {...(onCertificate ? { onCertificate } : {})}
              chosen={chosen ?? undefined}
              onChoose={onChoose}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
