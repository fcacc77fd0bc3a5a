import type { GreyPicture } from './grey.ts';

/** Largest skew looked for, degrees; more than this is not a hasty scan but a turned picture. */
const MAX_SKEW = 7;
/** The estimate works on a picture of about this many px on its long side. */
const WORK_SIDE = 700;

interface Ink {
  xs: Float32Array;
  ys: Float32Array;
  height: number;
  width: number;
}

/** Dark pixels of a reduced copy, as points. */
function inkOf(picture: GreyPicture): Ink {
  const step = Math.max(1, Math.round(Math.max(picture.width, picture.height) / WORK_SIDE));
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < picture.height; y += step) {
    for (let x = 0; x < picture.width; x += step) {
      if (picture.pixels[y * picture.width + x]! < 110) {
        xs.push(x / step);
        ys.push(y / step);
      }
    }
  }
  return {
    xs: Float32Array.from(xs),
    ys: Float32Array.from(ys),
    width: Math.ceil(picture.width / step),
    height: Math.ceil(picture.height / step),
  };
}

/** Sum of squared differences of neighbouring row sums at an angle: text lines that lie level make it peak. */
function sharpness(ink: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * ink.width) + 2;
  const rows = new Float32Array(ink.height + margin * 2);
  for (let i = 0; i < ink.xs.length; i += 1) rows[Math.round(ink.ys[i]! - slope * ink.xs[i]!) + margin]! += 1;
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) sum += (rows[row]! - rows[row - 1]!) ** 2;
  return sum;
}

/**
 * Estimates by how many degrees clockwise the lines of a picture are skewed (projection profile; Postl 1986), within
 * ±{@link MAX_SKEW}. Pictures with hardly any ink give 0.
 */
export function estimateSkew(picture: GreyPicture): number {
  const ink = inkOf(picture);
  if (ink.xs.length < 200) return 0;
  let best = 0;
  let bestScore = sharpness(ink, 0);
  const level = bestScore;
  const tryAngle = (degrees: number) => {
    const score = sharpness(ink, degrees);
    if (score > bestScore) {
      bestScore = score;
      best = degrees;
    }
  };
  for (let degrees = -MAX_SKEW; degrees <= MAX_SKEW; degrees += 0.5) tryAngle(degrees);
  const coarse = best;
  for (let degrees = coarse - 0.4; degrees <= coarse + 0.4; degrees += 0.1) tryAngle(degrees);
  // A gain this small is noise: turning costs sharpness.
  return bestScore > level * 1.04 && Math.abs(best) >= 0.2 ? Math.round(best * 10) / 10 : 0;
}
