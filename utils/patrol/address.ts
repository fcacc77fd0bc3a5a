/** Why something in a list is no address that is visited. */
export const ADDRESS_FAULTS = [
  'address-malformed',
  'address-formula',
  'address-script',
  'address-file',
  'address-scheme',
  'address-credentials',
  'address-too-long',
] as const;

export type AddressFault = (typeof ADDRESS_FAULTS)[number];

/** An address as it is visited, and the key under which two ways of writing it are one. */
export interface Address {
  url: string;
  key: string;
  /** Host name with its port, as the pace counts it. */
  host: string;
}

/** Servers and browsers take no longer ones. */
export const LONGEST_ADDRESS = 4_096;

const SCRIPTS = new Set(['javascript', 'data', 'vbscript', 'blob']);

/** Parameters that say how a visitor came to a page and not which page it is (utm: Google Analytics; spm, scm: Alibaba; the rest: ad clicks). */
const WAY_PARAMETERS = /^(?:utm_\w+|spm|scm|gclid|fbclid|bd_vid|share_token)$/;

/** Invisible characters and controls that copying brings along. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Marks that people put around an address. */
const AROUND = /^[<>"'“”‘’《》「」【】()（）]+|[<>"'“”‘’《》「」【】（）,，;；。、]+$/g;

/** The address that a table program's link formula shows: `=HYPERLINK("http://…","…")`. */
const LINK_FORMULA = /^=\s*HYPERLINK\(\s*"([^"]*)"/i;
/** What a table program writes so that a text stays a text. */
const TEXT_FORMULA = /^="([^"]*)"$/;

const isFormula = (text: string) => /^[=@]|^[+-]/.test(text);

/**
 * The key of an address: without the fragment unless the page builds itself from it (`#/…`, `#!…`), without a dot behind the host,
 * without the parameters that only say where the visitor came from.
 */
function keyOf(url: URL): string {
  const key = new URL(url);
  key.hostname = key.hostname.replace(/\.$/, '');
  if (!/^#[!/]/.test(key.hash)) key.hash = '';
  const parameters = [...key.searchParams.keys()];
  for (const name of parameters) if (WAY_PARAMETERS.test(name)) key.searchParams.delete(name);
  if (key.search === '') key.search = '';
  return key.href;
}

/**
 * Reads one written address. What has no scheme and looks like a host is taken for `http:`.
 * @returns the address, why it is none, or null for nothing written
 */
export function parseAddress(written: string): Address | AddressFault | null {
  let text = written.replace(UNSEEN, '').trim();
  const linked = LINK_FORMULA.exec(text) ?? TEXT_FORMULA.exec(text);
  if (linked) text = linked[1]!.trim();
  else if (isFormula(text)) return 'address-formula';
  text = text.replace(AROUND, '').trim();
  if (text === '') return null;
  if (text.length > LONGEST_ADDRESS) return 'address-too-long';
  text = text.replace(/^(https?)\s*[:：]\s*[/／]{2}/i, '$1://').replace(/^\/\//, 'http://');
  const before = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  const isHost = /^(?:localhost|[^/:.]+\.[^/:]+):\d+(?:[/?#]|$)/i.test(text);
  const scheme = isHost ? undefined : before;
  if (scheme !== undefined && !/^https?$/.test(scheme)) {
    if (SCRIPTS.has(scheme)) return 'address-script';
    return scheme === 'file' ? 'address-file' : 'address-scheme';
  }
  if (/\s/.test(text)) return 'address-malformed';
  if (scheme === undefined && !/^(?:localhost|[^/?#:]+\.[^/?#:.]+|\[[\da-f:]+\])(?::\d+)?(?:[/?#]|$)/i.test(text))
    return 'address-malformed';
  let url: URL;
  try {
    url = new URL(scheme === undefined ? `http://${text}` : text);
  } catch {
    return 'address-malformed';
  }
  if (url.hostname === '' || /^\.|\.\./.test(url.hostname)) return 'address-malformed';
  if (url.username !== '' || url.password !== '') return 'address-credentials';
  return { url: url.href, key: keyOf(url), host: url.host.replace(/\.(?=:|$)/, '') };
}
