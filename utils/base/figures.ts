/** How numbers, sizes and times are written throughout the product: 1,284; 18.6 MB; 2026-11-23 14:32:07. */

const two = (value: number) => String(value).padStart(2, '0');

export const countText = (count: number): string => count.toLocaleString('en-US');

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size in the largest unit that keeps it at 1 or above, in steps of 1,024, with one decimal below 100. */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}

/** `2026-11-23 14:32:07` in the machine's zone. */
export function dateTimeText(iso: string): string {
  const date = new Date(iso);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clockText(iso)}`;
}

/** `14:32:07` in the machine's zone. */
export function clockText(iso: string): string {
  const date = new Date(iso);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** `11-23 14:32` in the year of `now`, `2025-11-23 14:32` in another. */
export function rowTimeText(iso: string, now: string): string {
  const full = dateTimeText(iso).slice(0, 16);
  return full.startsWith(dateTimeText(now).slice(0, 5)) ? full.slice(5) : full;
}

/** Elapsed time as a clock, `00:14`; hours only when there are any. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** `2026-11-23 14:32:07 UTC+08:00`: where a time may be relied on, its zone stands beside it. */
export function zonedTimeText(iso: string): string {
  const offset = -new Date(iso).getTimezoneOffset();
  const size = Math.abs(offset);
  return `${dateTimeText(iso)} UTC${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A calendar date (ISO 8601): `12-14` in the year of `today`, `2027-01-04` in another. */
export function dateText(date: string, today: string): string {
  return date.slice(0, 5) === today.slice(0, 5) ? date.slice(5) : date;
}
