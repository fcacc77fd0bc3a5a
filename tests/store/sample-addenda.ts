import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import { bundleSources } from '../../utils/casework/bundle-sources.ts';
import { openDatabase } from '../../utils/store/database.ts';

const at = '2026-11-24T03:00:00.000Z';
const person = '王五';

export const LOOK_UP = {
  kind: 'look-up',
  at,
  person,
  certificate: 1,
  portal: { name: '检验检测报告编号查询平台', url: 'https://portal.example.gov.cn/' },
  copied: 'HX2026-118',
  outcome: 'differs',
  note: '页面上的<b>委托单位</b>不同',
} as const;

export const CORRECTION = {
  kind: 'correction',
  at,
  person,
  certificate: 1,
  field: 'certificateNumber',
  read: 'HX2026-118',
  value: 'HX2026-113',
} as const;

export const shot = () => ({
  blob: new Blob(['\u0089PNG portal'], { type: 'image/png' }),
  capturedAt: at,
  url: 'https://portal.example.gov.cn/result?no=HX2026-118',
  title: '查询结果',
});

export async function emptyStore(): Promise<void> {
  const database = await openDatabase();
  for (const name of database.objectStoreNames) await database.clear(name);
}

/** A bundle of items as the store has them now. */
export async function exported(ids: readonly string[]): Promise<Blob> {
  const parts: BlobPart[] = [];
  const sink = new WritableStream<Uint8Array>({ write: (chunk) => void parts.push(new Uint8Array(chunk)) });
  await writeBundle({ ...(await bundleSources(ids)), now: new Date('2026-11-24T04:00:00Z'), sink });
  return new Blob(parts);
}
