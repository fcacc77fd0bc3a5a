import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/ui/tokens.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Tokens = Record<string, string>;

/** The colour tokens of each rule of the file that sets `--zj-canvas`: light, dark by system, dark by choice. */
const [light, darkBySystem, darkByChoice] = [...css.matchAll(/\{([^{}]*--zj-canvas[^{}]*)\}/g)].map(
  ([, body]): Tokens =>
    Object.fromEntries([...body!.matchAll(/--zj-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!])),
) as [Tokens, Tokens, Tokens];

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio by the formula of WCAG 2.1. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('tokens', () => {
  it('say the same for dark by system and dark by choice, and set every colour of the light set', () => {
    expect(darkByChoice).toEqual(darkBySystem);
    expect(Object.keys(darkByChoice)).toEqual(Object.keys(light));
  });

  const TEXT = [
    ...['text', 'text2', 'text3', 'accent-text', 'strong', 'weak', 'cited', 'missing', 'doubt', 'ok'].flatMap((token) =>
      ['surface', 'canvas'].map((ground) => [token, ground] as const),
    ),
    ...['strong', 'weak', 'cited', 'missing', 'doubt', 'ok'].map((token) => [token, `${token}-soft`] as const),
    ['text3', 'sunken'],
    ['text3', 'accent-soft'],
    ['text2', 'hover'],
    ['accent-text', 'accent-soft'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-hover'],
  ] as const;

  const MARKS = ['ctl', 'accent', 'strong-mark', 'weak-mark', 'cited-mark', 'ok-mark'] as const;

  describe.each([
    ['light', light],
    ['dark', darkByChoice],
  ] as const)('%s', (_name, tokens) => {
    it.each(TEXT)('text %s is readable on %s', (token, ground) => {
      expect(contrast(tokens[token]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(MARKS)('mark %s stands out from the surface', (token) => {
      expect(contrast(tokens[token]!, tokens.surface!)).toBeGreaterThanOrEqual(3);
    });
  });
});
