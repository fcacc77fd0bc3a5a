import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { addressesOfFile, addressesOfText, type ListedAddress } from '../../utils/patrol/address-list.ts';
import { encodeGb18030 } from '../lists/gb18030.ts';

async function all(file: Blob, name: string): Promise<ListedAddress[]> {
  const read: ListedAddress[] = [];
  for await (const some of addressesOfFile(file, name)) read.push(...some);
  return read;
}
const short = (list: readonly ListedAddress[]) => list.map(({ row, address, fault }) => [row, address?.url ?? fault]);

const TEXT = '# 名单\r\nhttps://a.example/1\r\n\r\n店铺二 https://b.example/2 备注\r\njavascript:x\r\n没有网址';
const READ = [
  [2, 'https://a.example/1'],
  [4, 'https://b.example/2'],
  [5, 'address-script'],
  [6, 'address-malformed'],
];
const CSV =
  '序号,名称,网址\r\n1,"甲,店",https://a.example/1\r\n2,乙店,"=HYPERLINK(""https://b.example/2"",""乙"")"\r\n3,丙店,\r\n4,丁店,=1+1';
const COLUMN = [
  [2, 'https://a.example/1'],
  [3, 'https://b.example/2'],
  [5, 'address-formula'],
];
const utf16 = (text: string, bigEndian = false) => {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [...`\uFEFF${text}`].forEach((character, index) => {
    view.setUint16(2 * index, character.charCodeAt(0), !bigEndian);
  });
  return new Blob([view.buffer]);
};

describe('a list of addresses', () => {
  it.each([
    ['UTF-8', new Blob([TEXT])],
    ['UTF-8 with a mark', new Blob(['\uFEFF', TEXT])],
    ['GB 18030', new Blob([encodeGb18030(TEXT)])],
    ['UTF-16, little-endian', utf16(TEXT)],
    ['UTF-16, big-endian', utf16(TEXT, true)],
    ['carriage returns alone', new Blob([TEXT.replaceAll('\r\n', '\r')])],
  ])('is read from a text in %s', async (_name, file) => expect(short(await all(file, 'list.txt'))).toEqual(READ));

  it('is read from what was pasted', () => expect(short(addressesOfText(TEXT))).toEqual(READ));

  it.each([
    ['UTF-8', new Blob([CSV])],
    ['GB 18030', new Blob([encodeGb18030(CSV)])],
  ])('is read from the right column of a CSV in %s', async (_name, file) =>
    expect(short(await all(file, 'list.csv'))).toEqual(COLUMN),
  );

  it('is read from a workbook, whatever its name', async () => {
    const text = (value: string) => ({ value, type: String });
    const data = [['店铺', '链接'].map(text), ['甲店', 'https://a.example/1'].map(text)];
    const file = await writeXlsxFile([{ data }]).toBlob();
    expect(short(await all(file, 'list.txt'))).toEqual([[2, 'https://a.example/1']]);
  });

  it('of a million lines is read whole, without its length in memory', { timeout: 60_000 }, async () => {
    const part = Array.from({ length: 1_000 }, (_, index) => `https://s${index}.example/${index}\n`).join('');
    const file = new Blob(Array.from({ length: 1_000 }, () => part));
    let count = 0;
    for await (const some of addressesOfFile(file, 'list.txt')) count += some.length;
    expect(count).toBe(1_000_000);
  });

  it('of one endless line is one address too long', async () => {
    const file = new Blob(Array.from({ length: 64 }, () => 'x'.repeat(100_000)));
    expect((await all(file, 'list.txt')).map(({ fault, written }) => [fault, written.length])).toEqual([
      ['address-too-long', 2_000],
    ]);
  });

  it('that is none is refused by name', async () => {
    const bytes = new Blob([new Uint8Array(100).map((_, index) => index)]);
    await expect(all(bytes, 'list.txt')).rejects.toMatchObject({ key: 'error_registerNotATable' });
    expect(await all(new Blob([]), 'list.txt')).toEqual([]);
  });
});
