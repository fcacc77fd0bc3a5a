import { CAPTCHA_HOSTS, LOGIN_ADDRESS, WALL_WORDS, type Wall } from '../../rules/page-walls.ts';
import { hostOf } from '../base/host-of.ts';

/** What of a page tells whether it is one, or what stands before it. */
export interface PageFront {
  url: string;
  /** The text as its reader sees it, all frames. */
  text: string;
  /** Fields for a password that can be seen. */
  passwordFields: number;
  /** Addresses of the frames that can be seen. */
  frames: readonly string[];
}

/** With more text than this a field for a password stands beside a page, as in the head of a shop. */
const MOST_BESIDE_PASSWORD = 600;
/** A question to prove oneself a person comes with little else. */
const MOST_BESIDE_CAPTCHA = 300;

const PATTERNS = WALL_WORDS.map(({ words, ...rest }) => ({ ...rest, pattern: new RegExp(words, 'i') }));

const isOf = (host: string, known: string) => host === known || host.endsWith(`.${known}`);

/** The wall that stands before a page; null when the page itself is shown. */
export function wallOf({ url, text, passwordFields, frames }: PageFront): Wall | null {
  const packed = text.replace(/\s+/g, '').slice(0, 2_000);
  const asks = frames.some((frame) => CAPTCHA_HOSTS.some((known) => isOf(hostOf(frame), known)));
  if (asks && packed.length <= MOST_BESIDE_CAPTCHA) return 'captcha';
  const said = PATTERNS.find(({ pattern, mostCharacters }) => packed.length <= mostCharacters && pattern.test(packed));
  if (said) return said.wall;
  if (passwordFields > 0 && (packed.length <= MOST_BESIDE_PASSWORD || LOGIN_ADDRESS.test(url))) return 'login-wall';
  return null;
}
