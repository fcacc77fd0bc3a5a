import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What Chrome 109, the last for Windows 7, does not know. */
const TOO_NEW = [
  /^\s*&|\{[^}]*\{[^}]*&/m,
  /color-mix\(|light-dark\(|oklch\(from/,
  /@starting-style|@scope|view-transition|anchor-name|:popover-open/,
  /text-wrap:\s*(balance|pretty)|subgrid|field-sizing|interpolate-size/,
  /animation-timeline|scroll-timeline|transition-behavior/,
];

it.each(globSync('{components,entrypoints}/**/*.css'))('%s keeps to what Chrome 109 knows', (path) => {
  const css = readFileSync(path, 'utf8');
  expect(TOO_NEW.filter((feature) => feature.test(css))).toEqual([]);
});
