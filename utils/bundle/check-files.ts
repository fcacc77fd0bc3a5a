import type { BagFile } from './bag-file.ts';
import { bagValue, parseBagInfo } from './bag-info.ts';
import { isSafePath } from './bag-path.ts';
import { type Check, checked, checkedWays } from './bundle-verdict.ts';
import * as layout from './layout.ts';
import { type Manifest, parseManifest } from './manifest.ts';

/** Digests of every file that is named in a manifest or stands in the bag; undefined for one that cannot be read. */
export type Surveyed = ReadonlyMap<string, { sha256: string; sm3: string; size: number } | undefined>;

export interface Manifests {
  sha256: Manifest;
  sm3: Manifest;
  tags: Manifest;
  /** Those that are missing, cannot be read or are none: nothing can be said from them. */
  unreadable: ReadonlySet<'sha256' | 'sm3' | 'tags'>;
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
  const unreadable = new Set<'sha256' | 'sm3' | 'tags'>();
  const read = async (name: 'sha256' | 'sm3' | 'tags', path: string): Promise<Manifest> => {
    const { manifest, fault } = parseManifest((await bag.text(path)) ?? '');
    if (manifest.size > 0 && fault === undefined) return manifest;
    faults.push(path);
    unreadable.add(name);
    return new Map();
  };
  const manifests: Manifests = {
    sha256: await read('sha256', layout.MANIFESTS.sha256),
    sm3: bag.files.has(layout.MANIFESTS.sm3) ? await read('sm3', layout.MANIFESTS.sm3) : new Map(),
    tags: await read('tags', layout.TAG_MANIFEST),
    unreadable,
  };
  const info = parseBagInfo((await bag.text(layout.BAG_INFO)) ?? '');
  if (info.fault !== undefined) faults.push(layout.BAG_INFO);
  return { check: checked('structure', '结构符合 BagIt 1.0。', '结构不符合 BagIt 1.0。', faults), manifests };
}

const UNREADABLE = { sha256: 'SHA-256 清单', sm3: '国密 SM3 清单', tags: '标签清单' } as const;

/**
 * Every payload file stands in every payload manifest, nothing is missing and nothing is extra (RFC 8493 §3). Whether the bytes of
 * a file are the listed ones is another layer.
 */
export async function checkCompleteness(bag: BagFile, manifests: Manifests): Promise<Check> {
  const present = [...bag.files.keys()];
  const payload = present.filter((path) => path.startsWith(layout.PAYLOAD));
  const tags = present.filter(
    (path) => !path.startsWith(layout.PAYLOAD) && !layout.OUTSIDE_TAG_MANIFEST.includes(path),
  );
  const { sha256, sm3, unreadable } = manifests;
  const unlisted = (paths: readonly string[], name: 'sha256' | 'tags') =>
    unreadable.has(name) ? [] : paths.filter((path) => !manifests[name].has(path));
  const listed = [...sha256.keys(), ...manifests.tags.keys()];
  const [inOne, inOther] = [[...sha256.keys()], [...sm3.keys()]];
  const { info } = parseBagInfo((await bag.text(layout.BAG_INFO)) ?? '');
  const oxum = bagValue(info, 'Payload-Oxum');
  // What the ZIP says of a file's size: bytes that cannot be read are no missing file.
  const size = payload.reduce((sum, path) => sum + (bag.files.get(path)?.uncompressedSize ?? 0), 0);
  const lost = listed.filter((path) => !bag.files.has(path));
  const extra = [...unlisted(payload, 'sha256'), ...unlisted(tags, 'tags')];
  const found = `${size}.${payload.length}`;
  const isOtherSum = oxum !== undefined && oxum !== found && lost.length + extra.length === 0;
  const parted = sm3.size > 0 && sha256.size > 0;
  return checkedWays('completeness', `清单所列 ${sha256.size} 个文件齐全，没有多余文件。`, [
    {
      failed: '有清单缺失或无法读取，不能核对文件是否齐全。',
      details: [...unreadable].map((name) => UNREADABLE[name]),
    },
    { failed: '缺少清单所列的文件。', details: lost.map((path) => `缺少 ${path}`) },
    { failed: '多出清单未列的文件。', details: extra.map((path) => `多出 ${path}`) },
    {
      failed: 'SHA-256 清单列有数据区以外的文件。',
      details: inOne.filter((path) => !path.startsWith(layout.PAYLOAD)).map((path) => `误列 ${path}`),
    },
    {
      failed: '两份清单所列的文件不同。',
      details: parted
        ? [
            ...inOne.filter((path) => !sm3.has(path)).map((path) => `SM3 清单未列 ${path}`),
            ...inOther.filter((path) => !sha256.has(path)).map((path) => `SM3 清单误列 ${path}`),
          ]
        : [],
    },
    {
      failed: '文件的字节总数与 bag-info.txt 所记不符。',
      details: isOtherSum ? [`Payload-Oxum ${oxum}，实为 ${found}`] : [],
    },
  ]);
}

/** Digests of the files of one manifest that are there; what is missing is said by {@link checkCompleteness}. */
export function checkDigests(
  name: 'sha256' | 'sm3' | 'tags',
  { bag, manifests, surveyed }: { bag: BagFile; manifests: Manifests; surveyed: Surveyed },
): Check {
  if (manifests.unreadable.has(name))
    return checked(name, '', `${UNREADABLE[name]}缺失或无法读取，不能核对校验值。`, [
      name === 'tags' ? layout.TAG_MANIFEST : layout.MANIFESTS[name],
    ]);
  const algorithm = name === 'sm3' ? 'sm3' : 'sha256';
  const words = { sha256: 'SHA-256 校验值', sm3: '国密 SM3 校验值', tags: '标签文件的校验值' }[name];
  const present = [...manifests[name]].filter(([path]) => bag.files.has(path));
  const wrong = present.filter(([path, digest]) => surveyed.get(path)?.[algorithm] !== digest).map(([path]) => path);
  const gone = manifests[name].size - present.length;
  const ok = gone
    ? `${words}：包内现有的 ${present.length} 个文件一致，另有 ${gone} 个缺少。`
    : `${words}全部一致（${present.length} 个文件）。`;
  return checked(name, ok, `${words}有 ${wrong.length} 个文件不一致。`, wrong);
}
