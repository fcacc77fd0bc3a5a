import type { FindingPlace } from '../../evidence/finding-place.ts';
import type { Shot } from './shot.ts';
import type { Region } from './tile-plan.ts';
import { blobOf } from './visible-tab.ts';

/** A picture with what was measured as it was taken. */
export interface TakenShot {
  picture: Blob;
  places: readonly FindingPlace[] | null;
}

/** Shots that are asked for before the one in hand has been checked: the browser is never left waiting. */
const AHEAD = 2;

/**
 * The shots of a plan, one at a time and in the order in which they were asked for. While one is checked the next ones are
 * taken, and a picture is unpacked while the one after it is shot.
 */
export class ShotQueue {
  private readonly plan: readonly Region[];
  private readonly shootNow: (region: Region) => Promise<Shot>;
  private readonly asked = new Map<number, Promise<TakenShot>>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(plan: readonly Region[], shoot: (region: Region) => Promise<Shot>) {
    this.plan = plan;
    this.shootNow = shoot;
  }

  /** The picture of the region at a place of the plan; those after it are asked for as well. */
  take(index: number): Promise<TakenShot> {
    for (let next = index; next <= Math.min(index + AHEAD, this.plan.length - 1); next += 1)
      if (!this.asked.has(next)) this.asked.set(next, this.shoot(this.plan[next]!));
    const shot = this.asked.get(index)!;
    this.asked.delete(index);
    return shot;
  }

  /** One more shot of the region at a place of the plan. */
  retake(index: number): Promise<TakenShot> {
    return this.shoot(this.plan[index]!);
  }

  private shoot(region: Region): Promise<TakenShot> {
    const shot = this.last.then(() => this.shootNow(region));
    // Whoever waits for the shot gets its failure; one that nobody waits for any more must not count as unhandled.
    this.last = shot.catch(() => undefined);
    const taken = shot.then(async ({ address, places }) => ({ picture: await blobOf(address), places: await places }));
    taken.catch(() => undefined);
    return taken;
  }
}
