import type { PictureBox } from './picture-reading.ts';

/** A rectangle that may be tilted: centre, sides and the angle of its first side against the horizontal, clockwise in radians. */
export interface TiltedBox {
  x: number;
  y: number;
  width: number;
  height: number;
  angle: number;
}

type Point = readonly [x: number, y: number];

/** Convex hull, counter-clockwise in mathematical axes (Andrew's monotone chain, 1979). */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  if (sorted.length < 3) return sorted;
  const cross = (o: Point, p: Point, q: Point) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/**
 * The smallest rectangle around points; one of its sides lies on an edge of their hull (Freeman & Shapira 1975). Its angle is
 * within ±45°, so that a box of a level line is level.
 */
export function smallestBox(points: readonly Point[]): TiltedBox {
  const hull = convexHull(points);
  let best: TiltedBox = { x: points[0]![0], y: points[0]![1], width: 0, height: 0, angle: 0 };
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < hull.length; i += 1) {
    const from = hull[i]!;
    const to = hull[(i + 1) % hull.length]!;
    let angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    angle -= Math.round(angle / (Math.PI / 2)) * (Math.PI / 2);
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    let top = Number.POSITIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    for (const [x, y] of hull) {
      const along = x * cos + y * sin;
      const across = -x * sin + y * cos;
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, across);
      bottom = Math.max(bottom, across);
    }
    const area = (right - left) * (bottom - top);
    if (area < smallest - 1e-6) {
      smallest = area;
      const along = (left + right) / 2;
      const across = (top + bottom) / 2;
      best = {
        x: along * cos - across * sin,
        y: along * sin + across * cos,
        width: right - left,
        height: bottom - top,
        angle,
      };
    }
  }
  return best;
}

/** A place in a box's own axes, from its centre, as a place in the picture. */
const outward = (box: TiltedBox, along: number, across: number): Point => [
  box.x + along * Math.cos(box.angle) - across * Math.sin(box.angle),
  box.y + along * Math.sin(box.angle) + across * Math.cos(box.angle),
];

/** The upright box around a part of a tilted one. @param from @param to px along its width, from its left side */
export function partOf(box: TiltedBox, from: number, to: number): PictureBox {
  const half = box.height / 2;
  const corners = [from - box.width / 2, to - box.width / 2].flatMap((along) => [
    outward(box, along, -half),
    outward(box, along, half),
  ]);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The same box, its sides multiplied and its place moved: from one scale of a picture to another. */
export const scaleBox = (box: TiltedBox, scale: number, dx = 0, dy = 0): TiltedBox => ({
  x: box.x * scale + dx,
  y: box.y * scale + dy,
  width: box.width * scale,
  height: box.height * scale,
  angle: box.angle,
});
