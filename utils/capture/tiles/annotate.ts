import type { Level } from '../../../rules/rule.ts';
import type { Finding } from '../../scan/finding.ts';
import type { Region } from './tile-plan.ts';

/** Height of the strip below the picture that carries address and time, device px. */
export const STRIP = 56;

const COLOURS: Readonly<Record<Level | 'cited', string>> = {
  strong: '#C8440C',
  weak: '#8F6200',
  cited: '#7C8592',
};

/** Findings that have a place within a region of the page, in reading order. */
export function findingsWithin(findings: readonly Finding[], region: Region): Finding[] {
  return findings
    .filter(({ rect, hidden }) => {
      if (!rect || hidden || rect.width <= 0 || rect.height <= 0) return false;
      const across = rect.x < region.x + region.width && rect.x + rect.width > region.x;
      return across && rect.y < region.y + region.height && rect.y + rect.height > region.y;
    })
    .sort((a, b) => a.position - b.position);
}

/** Text that fits a width, cut with an ellipsis. */
function fitted(context: OffscreenCanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > width) length -= Math.ceil(length / 20);
  return `${text.slice(0, length)}…`;
}

function drawBox(
  context: OffscreenCanvasRenderingContext2D,
  finding: Finding,
  number: number,
  region: Region,
  scale: number,
  named: boolean,
): void {
  const rect = finding.rect!;
  const colour = COLOURS[finding.disposition === 'claim' ? finding.level : 'cited'];
  const x = Math.round((rect.x - region.x) * scale);
  const y = Math.round((rect.y - region.y) * scale);
  const boxWidth = Math.round(rect.width * scale);
  const boxHeight = Math.round(rect.height * scale);
  context.lineWidth = 2 * scale;
  context.strokeStyle = colour;
  context.setLineDash(
    finding.disposition !== 'claim' ? [2 * scale, 3 * scale] : finding.level === 'weak' ? [6 * scale, 4 * scale] : [],
  );
  context.strokeRect(x - 2 * scale, y - 2 * scale, boxWidth + 4 * scale, boxHeight + 4 * scale);
  if (!named) return;
  const label = `${number} ${finding.ruleName}`;
  context.font = `${12 * scale}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
  const width = context.measureText(label).width + 8 * scale;
  const height = 18 * scale;
  const top = y - 4 * scale - height >= 0 ? y - 4 * scale - height : y + boxHeight + 4 * scale;
  context.fillStyle = colour;
  context.fillRect(x - 2 * scale, top, width, height);
  context.fillStyle = '#FFFFFF';
  context.textBaseline = 'middle';
  context.fillText(label, x + 2 * scale, top + height / 2);
}

/**
 * A copy of a tile with a box at each line of a finding, at the first one its number and the rule's name, and a strip with address and time below. The tile
 * itself stays as it is.
 * @param region what the tile shows, CSS px
 * @param numbers number of each finding on the page, by its id
 */
export async function annotate(
  tile: Blob,
  region: Region,
  findings: readonly Finding[],
  numbers: ReadonlyMap<string, number>,
  stamp: { address: string; time: string },
): Promise<Blob> {
  const bitmap = await createImageBitmap(tile);
  const scale = bitmap.width / region.width;
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height + STRIP);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const named = new Set<string>();
  for (const finding of findings) {
    drawBox(context, finding, numbers.get(finding.id) ?? 0, region, scale, !named.has(finding.id));
    named.add(finding.id);
  }
  context.setLineDash([]);
  context.fillStyle = '#F6F7F9';
  context.fillRect(0, canvas.height - STRIP, canvas.width, STRIP);
  context.fillStyle = '#171A1F';
  context.font = '15px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
  context.textBaseline = 'middle';
  context.fillText(fitted(context, stamp.address, canvas.width - 24), 12, canvas.height - STRIP + 17);
  context.fillText(fitted(context, stamp.time, canvas.width - 24), 12, canvas.height - STRIP + 40);
  return canvas.convertToBlob({ type: 'image/png' });
}

const THUMBNAIL_WIDTH = 480;

/** A small JPEG of the view for lists. */
export async function thumbnail(view: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(view);
  const width = Math.min(THUMBNAIL_WIDTH, bitmap.width);
  const canvas = new OffscreenCanvas(width, Math.max(1, Math.round((bitmap.height * width) / bitmap.width)));
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
