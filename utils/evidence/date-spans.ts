/** A date as people write it: 2026-10-01, 2026/10/1, 2026.10.1, 2026年10月1日. */
const DATE = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?`;
const SPAN = new RegExp(String.raw`^${DATE}(?:\s*(?:\.\.|至|到|[~～—–])+\s*${DATE})?$`);

/** Days and ranges of days read from typed lines. */
export interface DateSpans {
  /** ISO 8601 dates, or ranges `from..until`, both days included. */
  spans: readonly string[];
  /** Lines that are neither. */
  faults: readonly string[];
}

/** One date or range a line, or parted by commas; empty lines are skipped. */
export function readDateSpans(text: string): DateSpans {
  const spans: string[] = [];
  const faults: string[] = [];
  for (const line of text.normalize('NFKC').split(/[\n,、;]+/)) {
    const entry = line.trim();
    if (entry === '') continue;
    const span = spanOf(entry);
    if (span) spans.push(span);
    else faults.push(entry);
  }
  return { spans, faults };
}

function spanOf(entry: string): string | undefined {
  const parts = SPAN.exec(entry);
  if (!parts) return undefined;
  const from = isoDate(parts.slice(1, 4));
  if (parts[4] === undefined) return from;
  const until = isoDate(parts.slice(4, 7));
  return from && until && from <= until ? `${from}..${until}` : undefined;
}

/** Undefined for a day that no calendar has, such as 2026-02-30. */
function isoDate([year, month, day]: readonly (string | undefined)[]): string | undefined {
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}
