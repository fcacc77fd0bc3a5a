/** Bytes of a text in the two-byte part of GB 18030 (GBK), by turning the platform's decoder around; there is no encoder in it. */
const CODES = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let first = 0x81; first <= 0xfe; first += 1)
  for (let second = 0x40; second <= 0xfe; second += 1) {
    if (second === 0x7f) continue;
    const char = decoder.decode(new Uint8Array([first, second]));
    if (!CODES.has(char)) CODES.set(char, [first, second]);
  }

export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x80) bytes.push(code);
    else {
      const pair = CODES.get(char);
      if (!pair) throw new RangeError(`${char} is not in GBK`);
      bytes.push(...pair);
    }
  }
  return new Uint8Array(bytes);
}
