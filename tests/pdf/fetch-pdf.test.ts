import { afterEach, expect, it, vi } from 'vitest';
import { fetchPdf } from '../../utils/pdf/fetch-pdf.ts';
import { MOST_BYTES } from '../../utils/pdf/pdf-limits.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (response: Response) => {
  const asked = vi.fn(async (_url: string, _how: RequestInit) => response);
  vi.stubGlobal('fetch', asked);
  return asked;
};
const fetched = () => fetchPdf('https://shop.example/a.pdf', new AbortController().signal, () => undefined);

it('asks for a PDF anew without cookies, referrer or cache, and writes down who answered', async () => {
  const response = new Response('%PDF-1.7');
  Object.defineProperty(response, 'url', { value: 'https://files.example/b.pdf' });
  Object.defineProperty(response, 'redirected', { value: true });
  const asked = answering(response);
  const { bytes, load } = await fetched();
  expect(asked.mock.calls[0]).toMatchObject([
    'https://shop.example/a.pdf',
    { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
  ]);
  expect(load).toMatchObject({ finalUrl: 'https://files.example/b.pdf', redirected: true, bytes: bytes.byteLength });
});

it('takes no PDF that says, or shows, that it is larger than is read', async () => {
  answering(new Response('%PDF', { headers: { 'content-length': String(MOST_BYTES + 1) } }));
  await expect(fetched()).rejects.toThrow('error_pdfTooLarge');
});
