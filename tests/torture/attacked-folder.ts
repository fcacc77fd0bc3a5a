import { randomUUID } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Attack, AttackedStore } from '../../utils/pool/attacks.ts';

/** A folder attacked with what the file system has, as the user that the pool's own programs run as. */
export class AttackedFolder implements AttackedStore {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async plant(content: string): Promise<string> {
    const place = join(this.#root, 'files', `attacked-${randomUUID()}`, randomUUID());
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content, { flag: 'wx' });
    return place;
  }

  contentOf = (place: string): Promise<string | null> => readFile(place, 'utf8').catch(() => null);

  async attempt(attack: Attack, place: string): Promise<boolean> {
    const elsewhere = join(this.#root, 'files', `moved-${randomUUID()}`);
    const other = () => this.plant('another content');
    const inside = async (flags: string) => {
      const file = await open(place, flags);
      await file.write('xxxx', 0).finally(() => file.close());
    };
    const ATTEMPTS: Record<Attack, () => Promise<unknown>> = {
      delete: () => rm(place),
      overwrite: () => writeFile(place, 'another content'),
      empty: () => truncate(place, 0),
      'write-inside': () => inside('r+'),
      rename: () => rename(place, elsewhere),
      'move-over': async () => rename(await other(), place),
      'move-over-unasked': () => inside('a'),
      'copy-over': async () => copyFile(await other(), place),
      'delete-folder': () => rm(dirname(place), { recursive: true }),
      'rename-folder': () => rename(dirname(place), elsewhere),
      'change-properties': async () => {
        const before = (await stat(place)).mtimeMs;
        await utimes(place, 0, 0);
        if ((await stat(place)).mtimeMs === before) throw new Error('unchanged');
      },
      'lock-and-overwrite': async () => {
        await chmod(place, 0o600);
        await writeFile(place, 'another content');
      },
    };
    return ATTEMPTS[attack]().then(
      () => true,
      () => false,
    );
  }
}
