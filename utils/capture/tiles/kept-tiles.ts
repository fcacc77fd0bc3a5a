import type { MeasuredPlaces } from '../../reports/measured-places.ts';
import { unstageArtefacts } from '../../store/capture-store.ts';
import type { CaptureRun, Method } from '../job/capture-run.ts';
import type { FrozenFindings } from '../steps/view-step.ts';
import { measurePlaces } from './measure-places.ts';
import { type TileReport, type TileShooter, type TileSink, takeTiles } from './take-tiles.ts';
import type { Region } from './tile-plan.ts';
import { watchWidth } from './width-watch.ts';

/** Tells where the findings stand at the moment of a shot. */
export type Measure = () => Promise<MeasuredPlaces | null>;

/** Places are measured anew with each tile: lazy content moves what stands below it. Without a finding there is nothing to ask. */
export async function measureOf(run: CaptureRun, frameId = 0): Promise<Measure> {
  const { findings } = await run.stagedJson<FrozenFindings>('findings.json');
  return findings.length > 0 ? () => measurePlaces(run.tabId, frameId) : async () => null;
}

const sinkOf = (run: CaptureRun, before: number, noteWidth: () => Promise<void>): TileSink => ({
  kept: (name) => run.staged(name),
  stage: (facts, picture) => run.stage(facts, picture),
  async progress(done, total) {
    await run.ensureDocument();
    await noteWidth();
    await run.back();
    await run.changeStep('tiles', { done: before + done, total: before + total });
  },
});

/** Tiles that are staged of the page itself, or of one of its parts. */
const tilesOf = async (run: CaptureRun, part: number | undefined) =>
  (await run.stagedList()).filter((artefact) => artefact.role === 'tile' && artefact.part === part);

/** Tiles of another way or another page height do not fit together with new ones. */
async function keepOnlyFitting(run: CaptureRun, method: Method, plan: readonly Region[], part?: number): Promise<void> {
  const tiles = await tilesOf(run, part);
  // Parts are always scrolled; the way of the page itself is what the record names.
  const isSameWay = part !== undefined || run.job.method === method;
  if (!isSameWay || !tiles.every(({ region }, index) => isSame(region, plan[index]))) await dropTiles(run, part);
  await run.change({ method: part === undefined ? method : (run.job.method ?? method) });
}

/** Takes out every tile that is staged of the page itself, or of one of its parts. */
export async function dropTiles(run: CaptureRun, part?: number): Promise<void> {
  const tiles = await tilesOf(run, part);
  await unstageArtefacts(
    run.job.id,
    tiles.map(({ name }) => name),
  );
}

const isSame = (one: Region | undefined, other: Region | undefined) =>
  one !== undefined &&
  other !== undefined &&
  one.x === other.x &&
  one.y === other.y &&
  one.width === other.width &&
  one.height === other.height;

/** Takes the tiles of a plan into the capture; those that an interrupted run of the same plan has kept are taken over. */
export async function keepTiles(
  run: CaptureRun,
  method: Method,
  { shooter, plan }: { shooter: TileShooter; plan: readonly Region[] },
  textBands: ReadonlySet<number>,
): Promise<TileReport[]> {
  await keepOnlyFitting(run, method, plan, shooter.part);
  const kept = (await tilesOf(run, shooter.part)).length;
  const others = (await run.stagedList()).filter(({ role, part }) => role === 'tile' && part !== shooter.part).length;
  await run.changeStep('tiles', { done: others + kept, total: others + plan.length });
  return takeTiles(shooter, plan, textBands, sinkOf(run, others, await watchWidth(run)));
}
