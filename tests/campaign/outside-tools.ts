import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is in a bundle, as tools say that are none of ours. */
export interface Opened {
  /** Sealed items, by number. */
  items: readonly string[];
  /** Files of the bag that are no sealed item's. */
  papers: readonly string[];
  /** Why a tool refused; empty when all agree. */
  refusals: readonly string[];
}

/** Opens a bundle with `unzip` and has `sha256sum`, `cksum` and `openssl` check every list and every signature. */
export function openOutside(bundle: string, folder: string): Opened {
  const place = mkdtempSync(join(folder, 'bag-'));
  const refusals: string[] = [];
  const run = (cwd: string, command: string, ...args: string[]) => {
    try {
      execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      refusals.push(`${command} ${args.join(' ')}: ${String((error as { stderr?: Buffer }).stderr ?? error)}`);
    }
  };
  run(folder, 'unzip', '-tqq', bundle);
  run(folder, 'unzip', '-qq', bundle, '-d', place);
  const bag = join(place, readdirSync(place)[0] ?? '');
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    run(bag, 'sha256sum', '--check', '--strict', '--quiet', list);
  run(bag, 'cksum', '-a', 'sm3', '--check', '--strict', '--quiet', 'manifest-sm3.txt');
  const data = readdirSync(join(bag, 'data'));
  const items = data.filter((name) => /^E\d{8}-/.test(name));
  const signed = [
    ['signer-public-key.pem', 'tagmanifest-sha256.txt'],
    ...items.map((item) => [`data/${item}/record-public-key.pem`, `data/${item}/record.json`]),
  ];
  for (const [key, file] of signed)
    run(bag, 'openssl', 'dgst', '-sha256', '-verify', key!, '-signature', `${file}.sig`, file!);
  const papers = data
    .filter((name) => !items.includes(name))
    .flatMap((name) => {
      const place = join(bag, 'data', name);
      try {
        return readdirSync(place).map((file) => `${name}/${file}`);
      } catch {
        return [name];
      }
    });
  return { items, papers, refusals };
}
