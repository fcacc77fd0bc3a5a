/** The local day of a moment, ISO 8601. */
export const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** The local day and minute of a moment, as fields of forms have them: `2026-11-23T10:15`. */
export const localMinute = (date: Date): string =>
  `${localDay(date)}T${[date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')}`;
