import { smallestBox, type TiltedBox } from './tilted-box.ts';

/** How likely each px belongs to print, 0…1, row by row. */
export interface TextMap {
  width: number;
  height: number;
  values: Float32Array;
}

/** A px above this is print. */
const PRINT = 0.3;
/** A patch whose mean is below this is none. */
const LEAST_MEAN = 0.5;
/** The map shows the kernel of a line: its box is grown by this share of area over girth (Liao et al. 2020, DB). */
const GROWTH = 1.6;
/** Shorter sides are specks, px of the map. */
const LEAST_SIDE = 3;

/** Boxes of lines of print in a map, px of the map. */
export function textBoxes({ width, height, values }: TextMap): TiltedBox[] {
  const seen = new Uint8Array(width * height);
  const boxes: TiltedBox[] = [];
  const stack: number[] = [];
  for (let start = 0; start < values.length; start += 1) {
    if (seen[start] || values[start]! <= PRINT) continue;
    const outline: [number, number][] = [];
    let sum = 0;
    let count = 0;
    stack.push(start);
    seen[start] = 1;
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      sum += values[at]!;
      count += 1;
      let inside = true;
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const nx = x + dx;
          const ny = y + dy;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) {
            inside = false;
            continue;
          }
          const next = ny * width + nx;
          if (values[next]! <= PRINT) inside = false;
          else if (!seen[next]) {
            seen[next] = 1;
            stack.push(next);
          }
        }
      }
      if (!inside) outline.push([x, y], [x + 1, y], [x, y + 1], [x + 1, y + 1]);
    }
    if (sum / count < LEAST_MEAN) continue;
    const box = smallestBox(outline);
    if (Math.min(box.width, box.height) < LEAST_SIDE) continue;
    const grown = ((box.width * box.height) / (2 * (box.width + box.height))) * GROWTH * 2;
    boxes.push({ ...box, width: box.width + grown, height: box.height + grown });
  }
  return boxes;
}
