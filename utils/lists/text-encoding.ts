import { EncodingUnknownError, NotATableError } from './register-failure.ts';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);

/** GB 18030 maps whatever it has no character for into the private area: a text full of it was written in something else. */
const PRIVATE = /[\uE000-\uF8FF]/g;
const MOST_PRIVATE = 5;

/**
 * The encoding of a whole text file: a UTF-16 mark, else UTF-8 when every byte of it fits, else GB 18030 under the same condition.
 * @throws EncodingUnknownError, NotATableError
 */
export async function detectEncoding(file: Blob, signal?: AbortSignal): Promise<TextEncoding> {
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (starts(head, 0xff, 0xfe)) return 'utf-16le';
  if (starts(head, 0xfe, 0xff)) return 'utf-16be';
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new NotATableError('xls');
  if (new Uint8Array(await file.slice(0, 65_536).arrayBuffer()).includes(0)) throw new NotATableError('other');
  if (await fits(file, 'utf-8', signal)) return 'utf-8';
  if (await fits(file, 'gb18030', signal)) return 'gb18030';
  throw new EncodingUnknownError();
}

async function fits(file: Blob, encoding: TextEncoding, signal?: AbortSignal): Promise<boolean> {
  let strange = 0;
  try {
    for await (const { text } of decodedText(file, encoding, signal)) {
      if (encoding === 'gb18030') strange += text.match(PRIVATE)?.length ?? 0;
      if (strange > MOST_PRIVATE) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Bytes decoded at a time: a few milliseconds of work. */
const SLICE = 256 * 1024;

/** A piece of text, and the byte of the file at which it ends. */
export interface TextPiece {
  text: string;
  end: number;
}

/** The text of a file, piece by piece, without its byte order mark. @throws TypeError where bytes do not fit the encoding */
export async function* decodedText(
  file: Blob,
  encoding: TextEncoding,
  signal?: AbortSignal,
): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let offset = 0; offset < file.size; offset += SLICE) {
    signal?.throwIfAborted();
    const bytes = await file.slice(offset, offset + SLICE).arrayBuffer();
    const end = offset + bytes.byteLength;
    yield { text: decoder.decode(bytes, { stream: end < file.size }), end };
  }
}
