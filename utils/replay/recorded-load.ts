/** One request of a recorded load and what came back. */
export interface Exchange {
  url: string;
  method: string;
  /** UTC, ISO 8601 with milliseconds. */
  at: string;
  requestHeaders: readonly (readonly [string, string])[];
  postData?: string;
  status: number;
  statusText: string;
  responseHeaders: readonly (readonly [string, string])[];
  mediaType: string;
  /** Name under which the body is kept; absent for an empty one. */
  body?: string;
}

/** A load of a page, recorded from its first request on. */
export interface RecordedLoad {
  url: string;
  title: string;
  startedAt: string;
  /** `quiet`: nothing more was asked for; `bound`: time, number or size ended the recording first. */
  ended: 'quiet' | 'bound';
  exchanges: readonly Exchange[];
  /** Requests without an answer, by address. */
  failed: readonly string[];
}

/** Names of headers that carry the officer's own session; they do not belong into evidence. */
const SESSION_HEADERS = new Set(['cookie', 'set-cookie', 'authorization', 'proxy-authorization']);

/** Headers that speak of bytes on the wire; what is recorded is the decoded body. */
const WIRE_HEADERS = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

/**
 * Headers as they are recorded: without the session's, and those about the wire under another name, as replay tools do, so that
 * nobody decodes a body twice. One header a line: a value with line feeds is several.
 */
export function recordedHeaders(headers: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(headers)
    .filter(([name]) => !SESSION_HEADERS.has(name.toLowerCase()) && !name.startsWith(':'))
    .flatMap(([name, value]) => value.split('\n').map((line): [string, string] => [name, line.trim()]))
    .map(([name, value]) => [WIRE_HEADERS.has(name.toLowerCase()) ? `x-orig-${name}` : name, value]);
}
