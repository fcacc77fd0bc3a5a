import type { FindingPlace } from '../../evidence/finding-place.ts';
import type { StagedFacts } from '../../store/capture-store.ts';
import type { Shot } from './shot.ts';
import { ShotQueue } from './shot-queue.ts';
import { checkTile, type Insets, isSound, type TileCheck } from './tile-check.ts';
import { TilePixels } from './tile-pixels.ts';
import type { Region } from './tile-plan.ts';

/** A tile that fails its check is taken again this often; then it is kept and its doubts are written down. */
const RETAKES = 2;

/** Where tiles are kept, and what is known of the page; the capture step provides it. */
export interface TileSink {
  /** A tile that an earlier run of the same plan has kept. */
  kept(name: string): Promise<Blob | undefined>;
  stage(facts: StagedFacts, picture: Blob): Promise<void>;
  /** Called after each tile; throws when the capture must not go on. */
  progress(done: number, total: number): Promise<void>;
}

/** One way of taking tiles. */
export interface TileShooter {
  /** What the record says of it, one Chinese sentence. */
  method: string;
  insets: Insets;
  /** The part that scrolls by itself which it shoots, counted from 1; absent for the page itself. */
  part?: number;
  /** The picture of one region. */
  shoot(region: Region): Promise<Shot>;
}

export interface TileReport {
  name: string;
  region: Region;
  scale: number;
  takes: number;
  check: TileCheck;
}

const tileName = (index: number, part: number | undefined) =>
  `screenshot/${part === undefined ? '' : `${partPrefix(part)}-`}tile-${String(index + 1).padStart(4, '0')}.png`;

/** What the names of the pictures of a part begin with. */
export const partPrefix = (part: number): string => `scroller-${String(part).padStart(2, '0')}`;

interface TakenTile {
  picture: Blob;
  places: readonly FindingPlace[] | null;
  pixels: TilePixels;
  /** Shots it took; 0 for one that was kept by an earlier run. */
  takes: number;
  check: TileCheck;
}

async function takeTile(
  shots: ShotQueue,
  index: number,
  region: Region,
  above: TilePixels | null,
  rules: { textBands: ReadonlySet<number>; insets: Insets },
): Promise<TakenTile> {
  for (let takes = 1; ; takes += 1) {
    const { picture, places } = await (takes === 1 ? shots.take(index) : shots.retake(index));
    const pixels = await TilePixels.decode(region, picture);
    const check = checkTile(pixels, above, rules.textBands, rules.insets);
    if (isSound(check) || takes > RETAKES) return { picture, places, pixels, takes, check };
    pixels.close();
  }
}

/**
 * Takes every tile of a plan from top to bottom, compares each with its neighbour and with the text of the page, and keeps it.
 * The next tiles are shot while the last one is checked and written.
 */
export async function takeTiles(
  shooter: TileShooter,
  plan: readonly Region[],
  textBands: ReadonlySet<number>,
  sink: TileSink,
): Promise<TileReport[]> {
  const reports: TileReport[] = [];
  let above: TilePixels | null = null;
  let writing: Promise<void> = Promise.resolve();
  const shots = new ShotQueue(plan, (region) => shooter.shoot(region));
  const rules = { textBands, insets: shooter.insets };
  try {
    for (const [index, region] of plan.entries()) {
      const name = tileName(index, shooter.part);
      const kept = await sink.kept(name);
      const taken: TakenTile = await (kept
        ? reuse(kept, region, above, rules)
        : takeTile(shots, index, region, above, rules));
      above?.close();
      above = taken.pixels;
      const { scale } = taken.pixels;
      reports.push({ name, region, scale, takes: taken.takes, check: taken.check });
      await writing;
      const facts: StagedFacts = {
        name,
        role: 'tile',
        mediaType: 'image/png',
        method: shooter.method,
        region: { ...region, scale },
        ...(shooter.part === undefined ? {} : { part: shooter.part }),
        ...(taken.places ? { places: taken.places } : {}),
      };
      writing = kept ? Promise.resolve() : sink.stage(facts, taken.picture);
      // Whoever waits for it later gets the failure; until then it must not count as unhandled.
      writing.catch(() => undefined);
      await sink.progress(index + 1, plan.length);
    }
    await writing;
    return reports;
  } finally {
    above?.close();
  }
}

async function reuse(
  picture: Blob,
  region: Region,
  above: TilePixels | null,
  rules: { textBands: ReadonlySet<number>; insets: Insets },
): Promise<TakenTile> {
  const pixels = await TilePixels.decode(region, picture);
  return { picture, places: null, pixels, takes: 0, check: checkTile(pixels, above, rules.textBands, rules.insets) };
}
