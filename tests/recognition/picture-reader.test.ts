import { describe, expect, it, vi } from 'vitest';
import { describeCode } from '../../utils/recognition/codes.ts';
import { ModelBrokenError } from '../../utils/recognition/model-files.ts';
import { PictureReader, type PictureReaderParts } from '../../utils/recognition/picture-reader.ts';
import { PictureSkippedError, pictureBytes, readPicture } from '../../utils/recognition/read-picture.ts';

const signal = new AbortController().signal;
const noRecogniser = () => Promise.reject(new Error('no recogniser is started for a refused picture'));

/** A PNG header that claims a size; its pixels never come. */
function pngHeader(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

describe('pictures out of bounds', () => {
  it.each([
    ['javascript:alert(1)', 'not-fetched'],
    ['https://shop.example/report.png', 'not-fetched'],
    ['file:///etc/hosts', 'not-fetched'],
    ['data:image/svg+xml,<svg/>', 'vector'],
  ])('%s is not fetched', (url, reason) => {
    expect(() => pictureBytes(url)).toThrow(expect.objectContaining({ reason }));
  });

  it('a data address of 50 MB is too heavy', () => {
    const heavy = `data:image/png;base64,${'A'.repeat(50_000_000)}`;
    expect(() => pictureBytes(heavy)).toThrow(expect.objectContaining({ reason: 'too-heavy' }));
  });

  it.each([
    ['100 megapixels', pngHeader(10_000, 10_000), 'too-large'],
    ['an icon', pngHeader(16, 16), 'too-small'],
    ['garbage', new Uint8Array(64).fill(0xab), 'not-decodable'],
    [
      'a picture that loads others',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'),
      'vector',
    ],
  ])('%s is refused before it is decoded', async (_name, bytes, reason) => {
    await expect(readPicture(bytes as Uint8Array<ArrayBuffer>, 'x', noRecogniser, signal)).rejects.toMatchObject({
      reason,
    });
  });
});

describe('PictureReader', () => {
  const read = { digest: 'd', width: 1, height: 1, lines: [], codes: [], turned: 0 };
  const parts = (more: Partial<PictureReaderParts> = {}): PictureReaderParts => ({
    start: async () => ({ read: async () => read, close: () => undefined }),
    version: async () => 'one',
    cached: async () => undefined,
    keep: async () => undefined,
    ...more,
  });

  it('answers from the cache without starting the recogniser', async () => {
    const start = vi.fn(noRecogniser);
    const known = { ...read, reader: 'one' };
    const reader = new PictureReader(parts({ start, cached: async () => known }));
    expect(await Promise.all([reader.read('data:image/png,a'), reader.read('data:image/png,b')])).toEqual([
      { reading: known },
      { reading: known },
    ]);
    expect(start).not.toHaveBeenCalled();
  });

  it('reads again what another reader read, and says which one did', async () => {
    const keep = vi.fn(async () => undefined);
    const reader = new PictureReader(parts({ cached: async () => ({ ...read, reader: 'another' }), keep }));
    expect(await reader.read('data:image/png,a')).toEqual({ reading: { ...read, reader: 'one' } });
    expect(keep).toHaveBeenCalledWith({ ...read, reader: 'one' });
  });

  it('keeps nothing of a picture of which nothing may outlast the page', async () => {
    const keep = vi.fn(async () => undefined);
    const reader = new PictureReader(parts({ keep }));
    expect(await reader.read('data:image/png,a', false)).toEqual({ reading: { ...read, reader: 'one' } });
    expect(keep).not.toHaveBeenCalled();
  });

  it('says why a picture was skipped and goes on with the next', async () => {
    const refuse = async () => {
      throw new PictureSkippedError('not-decodable');
    };
    const reader = new PictureReader(parts({ start: async () => ({ read: refuse, close: () => undefined }) }));
    expect(await reader.read('blob:x')).toEqual({ skipped: 'not-fetched' });
    expect(await reader.read('data:image/png,x')).toEqual({ skipped: 'not-decodable' });
  });

  it('says that the models are broken, and tries again with the next picture', async () => {
    const broken = async () => {
      throw new ModelBrokenError('text-detector.onnx 缺失');
    };
    const start = vi.fn(async () => ({ read: broken, close: () => undefined }));
    const reader = new PictureReader(parts({ start }));
    expect(await reader.read('data:image/png,x')).toEqual({ skipped: 'reader-broken' });
    expect(await reader.read('data:image/png,y')).toEqual({ skipped: 'reader-broken' });
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('ends a recogniser that takes too long', async () => {
    const late = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    try {
      const close = vi.fn();
      const hang = (_bytes: Uint8Array, _digest: string, signal: AbortSignal) =>
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          late.abort(new DOMException('late', 'TimeoutError'));
        });
      const reader = new PictureReader(parts({ start: async () => ({ read: hang, close }) }));
      expect(await reader.read('data:image/png,x')).toEqual({ skipped: 'timeout' });
      expect(close).toHaveBeenCalledTimes(1);
    } finally {
      timeout.mockRestore();
    }
  });

  it('throws what it does not expect', async () => {
    const reader = new PictureReader(
      parts({
        cached: async () => {
          throw new TypeError('broken store');
        },
      }),
    );
    await expect(reader.read('data:image/png,x')).rejects.toThrow('broken store');
  });
});

describe('describeCode', () => {
  it('names the host of a web link and nothing else', () => {
    expect(describeCode('QRCode', 'https://WWW.cnca.cn/x')).toMatchObject({ host: 'www.cnca.cn', official: true });
    expect(describeCode('QRCode', 'http://cnca.cn.evil.example/x')).toMatchObject({
      host: 'cnca.cn.evil.example',
      official: false,
    });
    expect(describeCode('QRCode', 'javascript:alert(1)')).toEqual({ format: 'QRCode', text: 'javascript:alert(1)' });
  });
});
