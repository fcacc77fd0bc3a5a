import { unstageArtefacts } from '../../store/capture-store.ts';
import type { CaptureRun, Method } from '../job/capture-run.ts';
import type { FrozenFindings } from '../steps/view-step.ts';
import { type MeasuredPlaces, measurePlaces } from './measure-places.ts';
import { type TileReport, type TileShooter, type TileSink, takeTiles } from './take-tiles.ts';
import type { Region } from './tile-plan.ts';

/** Tells where the findings stand at the moment of a shot. */
export type Measure = () => Promise<MeasuredPlaces | null>;

/** Places are measured anew with each tile: lazy content moves what stands below it. Without a finding there is nothing to ask. */
export async function measureOf(run: CaptureRun): Promise<Measure> {
  const { findings } = await run.stagedJson<FrozenFindings>('findings.json');
  return findings.length > 0 ? () => measurePlaces(run.tabId) : async () => null;
}

const sinkOf = (run: CaptureRun): TileSink => ({
  kept: (name) => run.staged(name),
  stage: (facts, picture) => run.stage(facts, picture),
  async progress(done, total) {
    await run.ensureDocument();
    await run.back();
    await run.changeStep('tiles', { done, total });
  },
});

/** Tiles of another way or another page height do not fit together with new ones. */
async function keepOnlyFitting(run: CaptureRun, method: Method, plan: readonly Region[]): Promise<void> {
  const tiles = (await run.stagedList()).filter((artefact) => artefact.role === 'tile');
  const fits = run.job.method === method && tiles.every(({ region }, index) => isSame(region, plan[index]));
  if (!fits) await dropTiles(run);
  await run.change({ method });
  await run.changeStep('tiles', { done: fits ? tiles.length : 0, total: plan.length });
}

/** Takes out every tile that is staged. */
export async function dropTiles(run: CaptureRun): Promise<void> {
  const tiles = (await run.stagedList()).filter(({ role }) => role === 'tile');
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
  await keepOnlyFitting(run, method, plan);
  return takeTiles(shooter, plan, textBands, sinkOf(run));
}
