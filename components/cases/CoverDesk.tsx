import { useRef, useState } from 'preact/hooks';
import { t } from '../../utils/base/i18n.ts';
import type { CoverPlace } from '../../utils/casework/cover-places.ts';
import { PictureView } from '../ui/PictureView.tsx';
import { type PictureArea, share, wholePicture } from '../ui/shown-picture.ts';

export interface CoverDeskProps {
  src: string;
  width: number;
  height: number;
  places: readonly CoverPlace[];
  onPlaces: (places: readonly CoverPlace[]) => void;
}

/** A drag shorter than this is a click, px of the picture. */
const SHORTEST = 6;

const between = (from: { x: number; y: number }, to: { x: number; y: number }): PictureArea => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});

/** A picture on which every line read is a switch between shown and black; further places are drawn with the mouse. */
export function CoverDesk({ src, width, height, places, onPlaces }: CoverDeskProps) {
  const desk = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null);
  const [drawn, setDrawn] = useState<PictureArea | null>(null);
  const pointOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width: wide, height: high } = desk.current!.getBoundingClientRect();
    return { x: ((clientX - left) / wide) * width, y: ((clientY - top) / high) * height };
  };
  const styleOf = (box: PictureArea) => ({
    left: share(box.x, width),
    top: share(box.y, height),
    width: share(box.width, width),
    height: share(box.height, height),
  });
  const end = () => {
    if (drawn && drawn.width > SHORTEST && drawn.height > SHORTEST)
      onPlaces([...places, { id: crypto.randomUUID(), box: drawn, text: '', covered: true }]);
    setFrom(null);
    setDrawn(null);
  };
  const turn = (id: string) =>
    onPlaces(places.map((place) => (place.id === id ? { ...place, covered: !place.covered } : place)));
  return (
    <div class="zj-cover-scroll">
      <div
        ref={desk}
        class="zj-cover-desk"
        onPointerDown={(event) => {
          setFrom(pointOf(event));
        }}
        onPointerMove={(event) => from && setDrawn(between(from, pointOf(event)))}
        onPointerUp={end}
        onPointerLeave={end}
      >
        <PictureView picture={wholePicture(src, { width, height })} alt={t('exposure_picture')} />
        {places.map(({ id, box, text, covered }) => (
          <button
            key={id}
            type="button"
            class="zj-cover-place"
            aria-pressed={covered}
            aria-label={t('exposure_cover', text || t('exposure_drawn'))}
            style={styleOf(box)}
            onClick={() => turn(id)}
          />
        ))}
        {drawn && <span class="zj-cover-drawn" style={styleOf(drawn)} />}
      </div>
    </div>
  );
}
