// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { Backdrops, luminance, parseColours } from '../../utils/page/backdrop.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

function behind(html: string): string {
  document.body.innerHTML = html;
  return new Backdrops().behind(document.querySelector('b')!);
}

describe('what lies behind a phrase', () => {
  it('reads the colours of a computed style', () => {
    expect(parseColours('rgb(1, 2, 3)')).toEqual([[1, 2, 3, 1]]);
    expect(parseColours('rgba(1, 2, 3, 0.5)')).toEqual([[1, 2, 3, 0.5]]);
    expect(parseColours('color(srgb 1 0 0 / 0.25)')).toEqual([[255, 0, 0, 0.25]]);
    expect(parseColours('linear-gradient(90deg, rgb(0, 0, 0), rgb(9, 9, 9))')).toHaveLength(2);
    expect(parseColours('oklch(0.5 0.1 20)')).toEqual([]);
  });

  it('measures luminance as WCAG does', () => {
    expect(luminance([255, 255, 255, 1])).toBeCloseTo(1);
    expect(luminance([0, 0, 0, 1])).toBe(0);
  });

  it('looks through what is transparent to the nearest painted element', () => {
    expect(behind('<p style="color: rgb(0, 0, 0)"><b>词</b></p>')).toBe('light');
    expect(behind('<p style="background-color: rgb(16, 20, 30); color: rgb(120, 130, 140)"><i><b>词</b></i></p>')).toBe(
      'dark',
    );
    expect(
      behind(
        '<p style="background-color: rgb(0, 0, 0)"><i style="background-color: rgba(255, 255, 255, 0.9); color: rgb(0, 0, 0)"><b>词</b></i></p>',
      ),
    ).toBe('light');
  });

  it('trusts the text over the styles when it could not be read on them', () => {
    expect(behind('<p style="color: rgb(255, 255, 255)"><b>picture behind, not in the styles</b></p>')).toBe('dark');
  });
});
