import type { Finding } from '../scan/finding.ts';

/** The three paints: a strong claim, a weak one, and words that are quoted or denied. */
export type MarkKind = 'strong' | 'weak' | 'cited';

/** What lies behind a range. */
export type Backdrop = 'light' | 'dark';

/** Keys of the page's shared highlight registry. They say nothing that the page could not see on the screen. */
export type MarkKey = `zhengjian-${MarkKind}-${Backdrop}`;

export const PULSE_KEY = 'zhengjian-pulse';

export const MARK_KINDS: readonly MarkKind[] = ['strong', 'weak', 'cited'];

export const markKey = (kind: MarkKind, backdrop: Backdrop): MarkKey => `zhengjian-${kind}-${backdrop}`;

export const MARK_KEYS: readonly MarkKey[] = MARK_KINDS.flatMap((kind) => [
  markKey(kind, 'light'),
  markKey(kind, 'dark'),
]);

/** The paint of a finding. */
export function markKind({ disposition, level }: Pick<Finding, 'disposition' | 'level'>): MarkKind {
  return disposition === 'claim' ? level : 'cited';
}

interface Paint {
  /** Absent: the page's own colour stays. */
  color?: string;
  fill: string;
  underline: string;
}

/** Each text colour reads on its fill by itself (8.3 : 1 or better), whatever the page has behind it. */
const PAINTS: Readonly<Record<MarkKind, Readonly<Record<Backdrop, Paint>>>> = {
  strong: {
    light: { color: '#4a1600', fill: '#ffd3bd', underline: 'solid 2px #c8440c' },
    dark: { color: '#ffe9dd', fill: '#74300f', underline: 'solid 2px #ff9465' },
  },
  weak: {
    light: { color: '#3d2a00', fill: '#ffedb0', underline: 'dashed 1.5px #8f6200' },
    dark: { color: '#fff0c4', fill: '#54410c', underline: 'dashed 1.5px #e6b93f' },
  },
  cited: {
    light: { fill: 'rgba(128, 138, 152, 0.22)', underline: 'dotted 2px #7c8592' },
    dark: { fill: 'rgba(150, 160, 174, 0.24)', underline: 'dotted 2px #9aa3af' },
  },
};

/** Forced colours drop fills of our choosing: the line style alone tells the strengths apart, in the system's colours. */
const FORCED: Readonly<Record<MarkKind, string>> = {
  strong: 'background-color: Mark; color: MarkText; text-decoration: underline solid 3px MarkText;',
  weak: 'background-color: Mark; color: MarkText; text-decoration: underline dashed 2px MarkText;',
  cited: 'text-decoration: underline dotted 2px CanvasText;',
};

const declare = ({ color, fill, underline }: Paint) =>
  `${color ? `color: ${color}; ` : ''}background-color: ${fill}; text-decoration: underline ${underline};`;

const rules = MARK_KINDS.flatMap((kind) =>
  (['light', 'dark'] as const).map(
    (backdrop) => `::highlight(${markKey(kind, backdrop)}) { ${declare(PAINTS[kind][backdrop])} }`,
  ),
);

const forcedRules = MARK_KEYS.map(
  (key) => `::highlight(${key}) { ${FORCED[key.split('-')[1] as MarkKind]} text-decoration-skip-ink: none; }`,
);

/** The whole sheet. Screens only: on paper and in a PDF the page is as its author made it. */
export const MARK_SHEET = `@media screen {
${rules.join('\n')}
::highlight(${PULSE_KEY}) { color: #ffffff; background-color: #2754c5; }
}
@media screen and (forced-colors: active) {
${forcedRules.join('\n')}
::highlight(${PULSE_KEY}) { color: HighlightText; background-color: Highlight; }
}`;
