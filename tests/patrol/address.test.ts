import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../utils/patrol/address.ts';

const keyOf = (written: string) => {
  const read = parseAddress(written);
  return read !== null && typeof read === 'object' ? read.key : read;
};

describe('an address of a list', () => {
  it.each([
    ['https://Shop.Example/a?b=1', 'https://shop.example/a?b=1'],
    ['  http://shop.example:80/  ', 'http://shop.example/'],
    ['shop.example/goods/1', 'http://shop.example/goods/1'],
    ['www.shop.example', 'http://www.shop.example/'],
    ['//shop.example/x', 'http://shop.example/x'],
    ['localhost:8080/x', 'http://localhost:8080/x'],
    ['127.0.0.1:99', 'http://127.0.0.1:99/'],
    ['http：／／shop.example/a', 'http://shop.example/a'],
    ['“https://shop.example/a”；', 'https://shop.example/a'],
    ['\uFEFFhttps://shop.example/\u200B', 'https://shop.example/'],
    ['=HYPERLINK("https://shop.example/a","商品")', 'https://shop.example/a'],
    ['="https://shop.example/a"', 'https://shop.example/a'],
    ['https://检测.example/', 'https://xn--s1vw0h.example/'],
    ['http://[::1]:8/a', 'http://[::1]:8/a'],
  ])('%s is read', (written, key) => expect(keyOf(written)).toBe(key));

  it.each([
    ['https://shop.example/a#review', 'https://shop.example/a'],
    ['https://shop.example./a', 'https://shop.example/a'],
    ['https://shop.example/a?id=1&spm=a1.b2&utm_source=x', 'https://shop.example/a?id=1'],
    ['https://shop.example/a?', 'https://shop.example/a'],
  ])('%s is the same page as %s', (one, other) => expect(keyOf(one)).toBe(keyOf(other)));

  it.each([
    ['https://shop.example/#/goods/1', 'https://shop.example/#/goods/2'],
    ['https://shop.example/a', 'http://shop.example/a'],
    ['https://shop.example/a?id=1', 'https://shop.example/a?id=2'],
  ])('%s is another page than %s', (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));

  it('is visited as it was written', () => {
    expect(parseAddress('https://shop.example/a?spm=1#x')).toMatchObject({ url: 'https://shop.example/a?spm=1#x' });
  });

  it.each([
    ['javascript:alert(1)', 'address-script'],
    ['java\tscript:alert(1)', 'address-script'],
    ['JavaScript:1', 'address-script'],
    ['data:text/html,x', 'address-script'],
    ['file:///etc/passwd', 'address-file'],
    ['ftp://shop.example/', 'address-scheme'],
    ['chrome://settings', 'address-scheme'],
    ['mailto:a@shop.example', 'address-scheme'],
    ['=SUM(A1:A9)', 'address-formula'],
    ['@cmd', 'address-formula'],
    ['+1', 'address-formula'],
    ['http://', 'address-malformed'],
    ['http://shop example/', 'address-malformed'],
    ['某某检测公司', 'address-malformed'],
    ['http://a..b/', 'address-malformed'],
    ['https://shop.example:99999/', 'address-malformed'],
    ['http://user:secret@shop.example/', 'address-credentials'],
    [`http://shop.example/${'a'.repeat(5_000)}`, 'address-too-long'],
  ])('%s is none: %s', (written, fault) => expect(parseAddress(written)).toBe(fault));

  it.each(['', '   ', '\uFEFF', '""'])('%j is nothing', (written) => expect(parseAddress(written)).toBeNull());
});
