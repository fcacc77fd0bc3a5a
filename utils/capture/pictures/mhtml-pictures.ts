/** A part of an MHTML file: what its head says, and its body as it is written. */
interface Part {
  head: string;
  body: string;
}

function* partsOf(mhtml: string): Generator<Part> {
  const boundary = /boundary="([^"\r\n]{1,200})"/.exec(mhtml.slice(0, 4_000))?.[1];
  if (!boundary) return;
  const mark = `\r\n--${boundary}`;
  for (let from = mhtml.indexOf(mark); from >= 0; ) {
    const next = mhtml.indexOf(mark, from + mark.length);
    if (next < 0) return;
    const blank = mhtml.indexOf('\r\n\r\n', from);
    if (blank >= 0 && blank < next) yield { head: mhtml.slice(from, blank), body: mhtml.slice(blank + 4, next) };
    from = next;
  }
}

const field = (head: string, name: string) => new RegExp(`^${name}: *([^\\r\\n]*)`, 'im').exec(head)?.[1]?.trim();

/**
 * The pictures in an MHTML file that a browser saved, by address, as `data:` addresses: the bytes that the page itself loaded. Parts in
 * another encoding than base64, and those that are no pictures, are left out.
 */
export function picturesIn(mhtml: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { head, body } of partsOf(mhtml)) {
    const type = /^image\/[\w.+-]{1,40}/i.exec(field(head, 'Content-Type') ?? '')?.[0];
    const address = field(head, 'Content-Location');
    if (!type || !address || field(head, 'Content-Transfer-Encoding')?.toLowerCase() !== 'base64') continue;
    if (!found.has(address)) found.set(address, `data:${type};base64,${body.replace(/[\r\n]/g, '')}`);
  }
  return found;
}
