import type { Region } from './tile-plan.ts';

/** Shots of one page one at a time, in the order in which they were asked for: a shot can be asked for ahead of its use. */
export class ShotQueue {
  private readonly shootNow: (region: Region) => Promise<Blob>;
  private last: Promise<unknown> = Promise.resolve();

  constructor(shoot: (region: Region) => Promise<Blob>) {
    this.shootNow = shoot;
  }

  shoot(region: Region): Promise<Blob> {
    const shot = this.last.then(() => this.shootNow(region));
    // Whoever waits for the shot gets its failure; one that nobody waits for any more must not count as unhandled.
    this.last = shot.catch(() => undefined);
    return shot;
  }
}
