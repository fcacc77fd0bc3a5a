/** A start tag: name without prefix, attributes without prefixes, their entities resolved. */
export interface XmlTag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** The text up to the next tag, entities resolved. */
  text: string;
}

/** The text is not XML that can be read safely: cut, with a document type (which may define entities), or none at all. */
export class XmlError extends Error {
  override name = 'XmlError';
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolved(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/** The end of a tag that begins at `from`: the first `>` that stands in no attribute value; -1 when there is none. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const character = xml[at]!;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

/** Every start tag of an XML text, in order; comments are passed over, CDATA is text. @throws XmlError */
export function xmlTags(xml: string): XmlTag[] {
  if (/<!DOCTYPE/i.test(xml)) throw new XmlError('a document type');
  const tags: { name: string; attributes: ReadonlyMap<string, string>; text: string }[] = [];
  const addText = (text: string) => {
    const last = tags.at(-1);
    if (last) last.text += text;
  };
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    addText(resolved(xml.slice(at, open < 0 ? xml.length : open)));
    if (open < 0) break;
    const skip = (end: string) => {
      const found = xml.indexOf(end, open);
      if (found < 0) throw new XmlError('cut');
      return found;
    };
    if (xml.startsWith('<!--', open)) at = skip('-->') + 3;
    else if (xml.startsWith('<![CDATA[', open)) {
      const end = skip(']]>');
      addText(xml.slice(open + 9, end));
      at = end + 3;
    } else if (xml.startsWith('<?', open)) at = skip('?>') + 2;
    else {
      const end = tagEnd(xml, open + 1);
      if (end < 0) throw new XmlError('cut');
      const tag = xml.slice(open + 1, end);
      at = end + 1;
      // Behind an end tag the text is no longer that of the element before.
      if (tag.startsWith('/')) tags.push({ name: '', attributes: new Map(), text: '' });
      else tags.push(startTag(tag));
    }
  }
  return tags.filter(({ name }) => name !== '');
}

function startTag(tag: string) {
  const name = /^[^\s/]+/.exec(tag)?.[0];
  if (!name) throw new XmlError('a tag without a name');
  const attributes = new Map<string, string>();
  for (const [, key, double, single] of tag.matchAll(/(?<![^\s=/"'<>])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes.set(localName(key!), resolved(double ?? single ?? ''));
  return { name: localName(name), attributes, text: '' };
}
