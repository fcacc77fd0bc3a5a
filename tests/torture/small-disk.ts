import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;

/** Folders are named with the process that made them. */
const NAME = /^full-disk-(\d+)-/;

/** A file system of its own, with a ballast file on it. */
export interface SmallDisk {
  /** Where it is mounted. */
  folder: string;
  /** Lets the ballast take all of the room but `left` MB. */
  fill(left: number): void;
  /** Takes the ballast away. */
  clear(): void;
  /** Unmounts it and removes everything. Happens by itself when the process ends before. */
  remove(): void;
}

/** Mounts an empty file system of `megabytes`, after what broken-off runs left was removed. Linux, as root. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  removeLeftOvers();
  const base = mkdtempSync(join(tmpdir(), `full-disk-${process.pid}-`));
  const [image, folder] = [join(base, 'disk.img'), join(base, 'disk')];
  const ballast = join(folder, 'ballast');
  const endings = { SIGINT: () => process.exit(130), SIGTERM: () => process.exit(143), exit: () => takeAway(base) };
  const remove = () => {
    for (const [name, listener] of Object.entries(endings)) process.off(name, listener);
    takeAway(base);
  };
  for (const [name, listener] of Object.entries(endings)) process.on(name, listener);
  try {
    mkdirSync(folder);
    writeFileSync(image, '');
    truncateSync(image, megabytes * MEGABYTE);
    execFileSync('mkfs.ext4', ['-q', '-F', '-m', '0', image], { stdio: 'pipe' });
    execFileSync('mount', ['-o', 'loop', image, folder], { stdio: 'pipe' });
  } catch (error) {
    remove();
    throw error;
  }
  return {
    folder,
    fill(left) {
      const { bavail, bsize } = statfsSync(folder);
      try {
        appendFileSync(ballast, Buffer.alloc(Math.max(0, Math.floor(bavail * bsize - left * MEGABYTE))));
      } catch (error) {
        // The browser took some of the room meanwhile: then the disk is full as well.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    clear: () => rmSync(ballast, { force: true }),
    remove,
  };
}

/** A browser may still be at work on it: then it goes from the tree at once and from the machine when the browser has ended. */
function takeAway(base: string): void {
  try {
    execFileSync('umount', ['--lazy', join(base, 'disk')], { stdio: 'ignore' });
  } catch {
    // It was never mounted.
  }
  rmSync(base, { recursive: true, force: true });
}

function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = NAME.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) takeAway(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
