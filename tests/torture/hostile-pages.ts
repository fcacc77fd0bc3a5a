/** Where a page says what every hostile page of this folder says: two claims, one in the attribute of a picture, and a certificate. */
export const CLAIM = '不送样检测';
const CERTIFICATE = `<table>
  <tr><td>证书编号</td><td>ZZ-2024-000123</td></tr>
  <tr><td>发证机构</td><td>某某认证服务有限公司</td></tr>
  <tr><td>产品名称</td><td>电热水壶</td></tr>
  <tr><td>型号规格</td><td>DK-15</td></tr>
  <tr><td>发证日期</td><td>2024年5月6日</td></tr></table>`;
const SAID = `<h2>质检报告</h2><p>${CLAIM}</p><p title="检测包过">当天出证，<b>全国</b>通用</p><h3>强制性产品认证证书</h3>${CERTIFICATE}`;

const page = (body: string) =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><title>检测</title><body>${body}</body></html>`;

/** A picture of one transparent pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/**
 * A page whose form and document answer for the member `name` with an element of their own: the claims stand in the form, beside it, and in
 * one form inside another.
 */
export function clobberingPage(name: string): string {
  return page(`<form><input type="hidden" name="${name}"><input type="hidden" id="${name}">${SAID}</form>
    <img name="${name}" id="${name}" src="${PIXEL}"><embed name="${name}" hidden><form name="${name}" id="${name}"></form><script>
    const { createElement } = Document.prototype, make = (tag) => createElement.call(document, tag);
    const { append } = Element.prototype, inner = make('form'), control = make('input'), words = make('p');
    control.type = 'hidden';
    control.name = control.id = ${JSON.stringify(name)};
    words.textContent = '包过';
    append.call(inner, words, control);
    append.call(Document.prototype.querySelector.call(document, 'form'), inner);
  </script>`);
}

const nested = (levels: number, top: string) =>
  page(`${top}<script>
    let at = document.querySelector('main');
    for (let depth = 0; depth < ${levels}; depth += 1) {
      const next = document.createElement('div');
      at.append(next);
      at = next;
    }
    at.innerHTML = '<p>产品说明</p>';
  </script>${SAID}`);

/** Pages that attack the reading by other means, by name; each says what {@link clobberingPage} says. */
export const ATTACKS: Readonly<Record<string, string>> = {
  plain: page(SAID),
  'prototypes overridden': page(`${SAID}<script>
    for (const owner of [EventTarget, Node, Element, HTMLElement, Document, Text, CharacterData, Range, NodeList])
      for (const name of Object.getOwnPropertyNames(owner.prototype)) {
        if (name === 'constructor') continue;
        try { Object.defineProperty(owner.prototype, name, { get() { throw new Error('no'); } }); } catch {}
      }
    Object.prototype.localName = 'script';
    Array.prototype[Symbol.iterator] = function* () {};
    String.prototype.slice = () => '';
  </script>`),
  'document all': page(`<form><input type="hidden" name="all"></form>${SAID}<script>
    Object.defineProperty(document, 'body', { value: document.all });
    Object.defineProperty(document, 'documentElement', { get: () => null });
    Object.defineProperty(document, 'defaultView', { get: () => document.all });
  </script>`),
  // Laid out, so many would end the browser itself.
  'ten thousand deep, not shown': nested(10_000, '<main hidden></main>'),
  'fifteen hundred deep': nested(1_500, '<main></main>'),
  'a thousand shadow roots deep': page(`<main></main><script>
    let at = document.querySelector('main');
    for (let depth = 0; depth < 1000; depth += 1) {
      const next = document.createElement('div');
      at.append(next);
      at = next.attachShadow({ mode: depth % 2 ? 'closed' : 'open' });
    }
  </script>${SAID}`),
  'elements that throw': page(`<script>
    customElements.define('x-constructor', class extends HTMLElement { constructor() { super(); throw new Error('no'); } });
    customElements.define('x-connected', class extends HTMLElement { connectedCallback() { throw new Error('no'); } });
    customElements.define('x-changed', class extends HTMLElement {
      static observedAttributes = ['title', 'hidden'];
      attributeChangedCallback() { throw new Error('no'); }
      get localName() { throw new Error('no'); }
      get textContent() { throw new Error('no'); }
    });
  </script><x-constructor>甲</x-constructor><x-connected>乙</x-connected><x-changed title="丙">${SAID}</x-changed>`),
  'attributes that throw': page(`${SAID}<script>
    const thrower = { toString() { throw new Error('no'); }, valueOf() { throw new Error('no'); } };
    for (const name of ['title', 'alt', 'value', 'class', 'style'])
      for (const element of document.querySelectorAll('p')) try { element.setAttribute(name + '-x', thrower); } catch {}
    const p = document.querySelector('p');
    Object.defineProperty(p, 'getAttribute', { value: () => { throw new Error('no'); } });
    Object.defineProperty(p, 'textContent', { get: () => { throw new Error('no'); } });
    p.toString = thrower.toString;
  </script>`),
  'changed while it is read': page(`${SAID}<ul></ul><script>
    const list = document.querySelector('ul');
    let count = 0;
    const change = () => {
      const item = document.createElement('li');
      // Words of goods: numbered articles would have the page read as a regulation, and its claims weighed less.
      item.textContent = '配件 ' + count;
      list.prepend(item);
      if (list.childElementCount > 50) list.lastChild.remove();
      if ((count += 1) < 2000) queueMicrotask(count % 20 ? change : () => setTimeout(change));
    };
    change();
  </script>`),
  'symbols on nodes': page(`${SAID}<script>
    for (const node of [document, document.body, document.querySelector('p')]) {
      node[Symbol.toPrimitive] = () => { throw new Error('no'); };
      Object.defineProperty(node, Symbol.toStringTag, { get() { throw new Error('no'); } });
      Object.setPrototypeOf(node, null);
    }
  </script>`),
};

/** Where the members stand that a page may want to answer for itself. */
const OWNERS = ['EventTarget', 'Node', 'Element', 'HTMLElement', 'HTMLFormElement', 'Document', 'HTMLDocument'];

/** An expression that names them all, run in a page of the browser: each browser has its own. */
export const MEMBER_NAMES = `JSON.stringify([...new Set(${JSON.stringify(OWNERS)}.flatMap((owner) =>
  Object.getOwnPropertyNames(globalThis[owner].prototype)))].filter((name) => /^\\w+$/.test(name)).sort())`;
