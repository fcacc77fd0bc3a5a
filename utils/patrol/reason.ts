import { ADDRESS_FAULTS, type AddressFault } from './address.ts';

/** How an address of a patrol ends. */
export const VISIT_STATES = ['done', 'unchanged', 'needs-officer', 'failed'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What only a person gets past. */
export const OFFICER_REASONS = [
  'login-wall',
  'captcha',
  'refused',
  'credentials',
  'untrusted-connection',
  'nobody-at-desk',
] as const;

const FAILURES = [
  ...ADDRESS_FAULTS,
  'http-status',
  'redirect-loop',
  'name-unknown',
  'no-connection',
  'no-answer',
  'never-finished',
  'download',
  'closed-itself',
  'crashed',
  'hung',
  'unreadable',
  'partly-read',
  'not-sealed',
] as const;

export const REASON_IDS = [...OFFICER_REASONS, ...FAILURES] as const;
export type ReasonId = (typeof REASON_IDS)[number];

/** Why an address was not done. */
export interface Reason {
  id: ReasonId;
  /** The status of `http-status`, the words of the browser for what has no name of its own. */
  value?: string;
}

export const stateOf = ({ id }: Reason): VisitState =>
  (OFFICER_REASONS as readonly ReasonId[]).includes(id) ? 'needs-officer' : 'failed';

export const faultReason = (fault: AddressFault): Reason => ({ id: fault });

/** The reason in one word, as lines and tables name it: `http-404`, `login-wall`. */
export const reasonWord = ({ id, value }: Reason): string => (id === 'http-status' ? `http-${value ?? '?'}` : id);

/** The server says that it is asked too often or cannot answer for now. */
export const isOverburdened = (reason: Reason | undefined): boolean =>
  reason?.id === 'http-status' && /^(?:429|5\d\d)$/.test(reason.value ?? '');

/**
 * How many further visits an address gets in the same round for what its visit ended with: a server may come round, and a page that did not
 * answer in time may have met a machine that was busy.
 */
export const furtherVisits = (reason: Reason | undefined): number =>
  isOverburdened(reason) ? 2 : reason?.id === 'hung' ? 1 : 0;

/** The browser's own words for what went wrong on the way to a page (net_error_list.h of Chromium, NS_ERROR of Firefox). */
const NET_ERRORS: readonly (readonly [RegExp, ReasonId])[] = [
  [/TOO_MANY_REDIRECTS|REDIRECT_LOOP/, 'redirect-loop'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|UNKNOWN_HOST/, 'name-unknown'],
  [/CERT_|SSL_|TLS|BAD_CERT/, 'untrusted-connection'],
  [/INVALID_AUTH|UNEXPECTED_PROXY_AUTH|AUTH_/, 'credentials'],
  [/TIMED_OUT|TIMEOUT|NET_TIMEOUT/, 'no-answer'],
  [/BLOCKED_BY/, 'refused'],
  [
    /CONNECTION_|ADDRESS_|INTERNET_|EMPTY_RESPONSE|NETWORK_|SOCKET|INVALID_RESPONSE|HTTP2?_|QUIC|CONTENT_|UNSAFE_PORT/,
    'no-connection',
  ],
];

/** The reason for a failed navigation; `download` when the browser took it for a file. */
export function reasonOfNetError(words: string): Reason {
  if (/download is starting|ERR_ABORTED/i.test(words)) return { id: 'download' };
  if (/ERR_HTTP_RESPONSE_CODE_FAILURE/.test(words)) return { id: 'http-status', value: '5xx' };
  const known = NET_ERRORS.find(([pattern]) => pattern.test(words));
  const name = /(?:ERR|NS_ERROR)_[A-Z0-9_]+/.exec(words)?.[0];
  return known
    ? { id: known[1], ...(name ? { value: name } : {}) }
    : { id: 'no-connection', value: words.slice(0, 200) };
}

/** The reason that a status stands for; null when the page was given. */
export function reasonOfStatus(status: number): Reason | null {
  if (status < 400) return null;
  if (status === 401 || status === 407) return { id: 'credentials', value: String(status) };
  if (status === 403) return { id: 'refused', value: '403' };
  return { id: 'http-status', value: String(status) };
}
