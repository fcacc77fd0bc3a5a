import { expect, it } from 'vitest';
import { picturesIn } from '../../../utils/capture/pictures/mhtml-pictures.ts';

const part = (head: Record<string, string>, body: string) =>
  ['', '------ab', ...Object.entries(head).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');

const mhtml = (...parts: string[]) =>
  `From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----ab"\r\n\r\n${parts.join('')}\r\n------ab--\r\n`;

const picture = (address: string, body = 'aGVs\r\nbG8=') =>
  part({ 'Content-Type': 'image/png', 'Content-Transfer-Encoding': 'base64', 'Content-Location': address }, body);

it('finds the pictures that a page loaded, by address', () => {
  const found = picturesIn(mhtml(picture('https://a.example/1.png'), picture('https://a.example/2.png', 'eA==')));
  expect([...found]).toEqual([
    ['https://a.example/1.png', 'data:image/png;base64,aGVsbG8='],
    ['https://a.example/2.png', 'data:image/png;base64,eA=='],
  ]);
});

it('takes no word of the page for a part of the file', () => {
  const lie = `text\r\n\r\nContent-Type: image/png\r\nContent-Location: https://a.example/1.png\r\n\r\neHh4`;
  const page = part(
    {
      'Content-Type': 'text/html',
      'Content-Transfer-Encoding': 'quoted-printable',
      'Content-Location': 'https://a.example/',
    },
    lie,
  );
  expect([...picturesIn(mhtml(page))]).toEqual([]);
  expect(picturesIn('no file').size).toBe(0);
});
