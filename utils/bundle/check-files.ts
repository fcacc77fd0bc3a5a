import type { BagFile } from './bag-file.ts';
import { bagValue, parseBagInfo } from './bag-info.ts';
import { isSafePath } from './bag-path.ts';
import * as layout from './layout.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { type Check, checked } from './verdict.ts';

/** Digests of every file that is named in a manifest or stands in the bag; undefined for one that cannot be read. */
export type Surveyed = ReadonlyMap<string, { sha256: string; sm3: string; size: number } | undefined>;

export interface Manifests {
  sha256: Manifest;
  sm3: Manifest;
  tags: Manifest;
}

/** Declaration, names and the shape of the tag files (RFC 8493 §2). */
export async function checkStructure(bag: BagFile): Promise<{ check: Check; manifests: Manifests }> {
  const faults = [...bag.strays];
  if (bag.name === '') faults.push('压缩包内应当只有一个顶层文件夹');
  const declaration = await bag.text(layout.DECLARATION);
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(declaration ?? '')) {
    faults.push(layout.DECLARATION);
  }
  faults.push(...[...bag.files.keys()].filter((path) => !isSafePath(path)));
  const read = async (path: string): Promise<Manifest> => {
    const { manifest, fault } = parseManifest((await bag.text(path)) ?? '');
    if (manifest.size === 0 || fault !== undefined) faults.push(path);
    return manifest;
  };
  const manifests: Manifests = {
    sha256: await read(layout.MANIFESTS.sha256),
    sm3: bag.files.has(layout.MANIFESTS.sm3) ? await read(layout.MANIFESTS.sm3) : new Map(),
    tags: await read(layout.TAG_MANIFEST),
  };
  const info = parseBagInfo((await bag.text(layout.BAG_INFO)) ?? '');
  if (info.fault !== undefined) faults.push(layout.BAG_INFO);
  return { check: checked('structure', '结构符合 BagIt 1.0。', '结构不符合 BagIt 1.0。', faults), manifests };
}

/** Every payload file stands in every payload manifest, nothing is missing and nothing is extra (RFC 8493 §3). */
export async function checkCompleteness(bag: BagFile, manifests: Manifests, surveyed: Surveyed): Promise<Check> {
  const present = [...bag.files.keys()];
  const payload = present.filter((path) => path.startsWith(layout.PAYLOAD));
  const tags = present.filter(
    (path) => !path.startsWith(layout.PAYLOAD) && !layout.OUTSIDE_TAG_MANIFEST.includes(path),
  );
  const faults = [
    ...payload.filter((path) => !manifests.sha256.has(path)).map((path) => `多出 ${path}`),
    ...tags.filter((path) => !manifests.tags.has(path)).map((path) => `多出 ${path}`),
    ...[...manifests.sha256.keys(), ...manifests.tags.keys()]
      .filter((path) => !bag.files.has(path))
      .map((path) => `缺少 ${path}`),
    ...[...manifests.sha256.keys()].filter((path) => !path.startsWith(layout.PAYLOAD)).map((path) => `误列 ${path}`),
  ];
  if (manifests.sm3.size) {
    const [one, other] = [manifests.sha256, manifests.sm3];
    faults.push(...[...one.keys()].filter((path) => !other.has(path)).map((path) => `SM3 清单未列 ${path}`));
    faults.push(...[...other.keys()].filter((path) => !one.has(path)).map((path) => `SM3 清单误列 ${path}`));
  }
  const { info } = parseBagInfo((await bag.text(layout.BAG_INFO)) ?? '');
  const oxum = bagValue(info, 'Payload-Oxum');
  const size = payload.reduce((sum, path) => sum + (surveyed.get(path)?.size ?? 0), 0);
  if (oxum !== undefined && oxum !== `${size}.${payload.length}`) faults.push(`Payload-Oxum ${oxum}`);
  return checked(
    'completeness',
    `清单所列 ${manifests.sha256.size} 个文件齐全，没有多余文件。`,
    '文件缺少或多余。',
    faults,
  );
}

/** Digests of the files of one manifest. */
export function checkDigests(name: 'sha256' | 'sm3' | 'tags', manifest: Manifest, surveyed: Surveyed): Check {
  const algorithm = name === 'sm3' ? 'sm3' : 'sha256';
  const words = { sha256: 'SHA-256 校验值', sm3: '国密 SM3 校验值', tags: '标签文件的校验值' }[name];
  const wrong = [...manifest].filter(([path, digest]) => surveyed.get(path)?.[algorithm] !== digest);
  return checked(
    name,
    `${words}全部一致（${manifest.size} 个文件）。`,
    `${words}不一致。`,
    wrong.map(([path]) => path),
  );
}
