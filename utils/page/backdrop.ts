import * as dom from './dom.ts';
import type { Backdrop } from './mark-styles.ts';

/** Red, green, blue 0…255 and opacity 0…1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads the colours that a computed style gives; null for the spaces that are not worth the code (lab, oklch …). */
export function parseColours(value: string): Colour[] {
  return [...value.matchAll(/rgba?\(([^)]*)\)|color\(srgb ([^)]*)\)/g)].flatMap(([, rgb, srgb]) => {
    const parts = (rgb ?? srgb ?? '').split(/[\s,/]+/).map(Number);
    const [red, green, blue, alpha = 1] = srgb ? parts.map((part, index) => (index < 3 ? part * 255 : part)) : parts;
    if ([red, green, blue, alpha].some((part) => part === undefined || Number.isNaN(part))) return [];
    return [[red!, green!, blue!, alpha] as const];
  });
}

/** Relative luminance by WCAG 2.1, 0…1. */
export function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** `top` painted over an opaque `bottom`. */
function over(top: Colour, bottom: Colour): Colour {
  const mix = (index: 0 | 1 | 2) => top[index] * top[3] + bottom[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

const WHITE: Colour = [255, 255, 255, 1];
const NIGHT: Colour = [18, 18, 18, 1];
/** Between these two a text of middle grey reads alike; the middle of the WCAG scale. */
const MIDDLE = 0.18;
/** Less than this, and the text could not be read on what the styles say: something else lies behind it. */
const READABLE = 1.6;

const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

function mean(colours: readonly Colour[]): Colour {
  const share = (index: 0 | 1 | 2 | 3) => colours.reduce((sum, colour) => sum + colour[index], 0) / colours.length;
  return [share(0), share(1), share(2), share(3)];
}

/** What one element paints behind its content; a picture's colours are unknown and left to the text's own colour. */
function layers(style: CSSStyleDeclaration): Colour[] {
  const gradient = parseColours(style.backgroundImage);
  return [...(gradient.length > 0 ? [mean(gradient)] : []), ...parseColours(style.backgroundColor).slice(0, 1)].filter(
    (colour) => colour[3] > 0,
  );
}

function parentOf(element: Element): Element | null {
  const root = dom.getRootNode(element);
  return dom.assignedSlot(element) ?? dom.parentElement(element) ?? dom.hostOf(root);
}

/** Tells what lies behind elements; answers are kept per element until {@link Backdrops.forget}. */
export class Backdrops {
  #known = new WeakMap<Element, Backdrop>();

  forget(): void {
    this.#known = new WeakMap();
  }

  behind(element: Element): Backdrop {
    const known = this.#known.get(element);
    if (known) return known;
    const backdrop = judge(element);
    this.#known.set(element, backdrop);
    return backdrop;
  }
}

function judge(element: Element): Backdrop {
  const view = dom.defaultView(dom.documentOf(element));
  if (!view) return 'light';
  const own = view.getComputedStyle(element);
  const painted: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    painted.push(...layers(at === element ? own : view.getComputedStyle(at)));
    if (painted.at(-1)?.[3] === 1) break;
  }
  const canvas = own.colorScheme.includes('dark') && !own.colorScheme.includes('light') ? NIGHT : WHITE;
  const behind = luminance(painted.reduceRight((below, layer) => over(layer, below), canvas));
  const text = parseColours(own.color)[0];
  if (text && text[3] > 0.5) {
    const ink = luminance(text);
    if (contrast(ink, behind) < READABLE) return ink > MIDDLE ? 'dark' : 'light';
  }
  return behind > MIDDLE ? 'light' : 'dark';
}
