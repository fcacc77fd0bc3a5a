/**
 * Every read of the page's DOM. A form answers for its own members with whatever control bears their name, and a document with a picture or
 * form of that name: `<form><input name=parentNode></form>`, `<img name=body>`. So nothing of a node is read off the node itself; the
 * accessors and methods are taken from the prototypes before the page can be asked, and applied to it. `tests/dom-reads.test.ts` holds
 * that nobody reads past this list. Import it whole: `import * as dom`.
 */

const NONE: readonly never[] = Object.freeze([]);
const { apply } = Reflect;

/** The property of an interface, wherever up its line it is defined; undefined where this world has none. */
function defined(owner: string, name: string): PropertyDescriptor | undefined {
  const scope = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
  for (let at: object | null = scope[owner]?.prototype ?? null; at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

/** The browser's own function; the DOM that unit tests have is written in JavaScript, with accessors that subclasses override. */
const native = <Call>(call: Call | undefined): Call | undefined =>
  call && /\[native code\]/.test(Function.prototype.toString.call(call)) ? call : undefined;

type Read<Target, Value> = (target: Target) => Value;

/** Reads one attribute of an interface. Where no accessor could be taken (a test's DOM) it is read plainly. */
function getter<Target extends object, Name extends keyof Target & string>(
  owner: string,
  name: Name,
): Read<Target, Target[Name]> {
  const read = native(defined(owner, name)?.get);
  return read ? (target) => apply(read, target, NONE) : (target) => target[name];
}

/** Calls one method of an interface. */
function method<Target extends object, Args extends unknown[], Value>(owner: string, name: string) {
  const call = native(defined(owner, name)?.value as ((...args: Args) => Value) | undefined);
  return (target: Target, ...args: Args): Value =>
    call ? apply(call, target, args) : (target as Record<string, (...args: Args) => Value>)[name]!(...args);
}

/** Interfaces that share members without sharing an ancestor, by node type. */
const OWNERS: Readonly<Record<number, string>> = {
  1: 'Element',
  3: 'Text',
  4: 'Text',
  8: 'Comment',
  9: 'Document',
  11: 'ShadowRoot',
};

export const nodeType = getter<Node, 'nodeType'>('Node', 'nodeType');

function sharedGetter<Target extends Node, Name extends keyof Target & string>(name: Name): Read<Target, Target[Name]> {
  const reads = Object.entries(OWNERS).map(
    ([type, owner]) => [Number(type), getter<Target, Name>(owner, name)] as const,
  );
  const byType = new Map(reads);
  return (target) => byType.get(nodeType(target))!(target);
}

function sharedMethod<Target extends object, Args extends unknown[], Value>(name: string) {
  const calls = Object.entries(OWNERS).map(
    ([type, owner]) => [Number(type), method<Target, Args, Value>(owner, name)] as const,
  );
  const byType = new Map(calls);
  return (target: Target, ...args: Args): Value => byType.get(nodeType(target as unknown as Node))!(target, ...args);
}

// Every node
export const nodeName = getter<Node, 'nodeName'>('Node', 'nodeName');
export const childNodes = getter<Node, 'childNodes'>('Node', 'childNodes');
export const firstChild = getter<Node, 'firstChild'>('Node', 'firstChild');
export const lastChild = getter<Node, 'lastChild'>('Node', 'lastChild');
export const nextSibling = getter<Node, 'nextSibling'>('Node', 'nextSibling');
export const previousSibling = getter<Node, 'previousSibling'>('Node', 'previousSibling');
export const parentNode = getter<Node, 'parentNode'>('Node', 'parentNode');
export const parentElement = getter<Node, 'parentElement'>('Node', 'parentElement');
export const textContent = getter<Node, 'textContent'>('Node', 'textContent');
export const isConnected = getter<Node, 'isConnected'>('Node', 'isConnected');
/** Null for a document. */
export const ownerDocument = getter<Node, 'ownerDocument'>('Node', 'ownerDocument');
export const contains = method<Node, [other: Node | null], boolean>('Node', 'contains');
export const compareDocumentPosition = method<Node, [other: Node], number>('Node', 'compareDocumentPosition');
export const getRootNode = method<Node, [], Node>('Node', 'getRootNode');
export const addEventListener = method<
  Node,
  [type: string, listener: (event: Event) => void, options?: AddEventListenerOptions],
  void
>('EventTarget', 'addEventListener');

/** The document of a node, or the node when it is one. */
export const documentOf = (node: Node): Document => ownerDocument(node) ?? (node as Document);

/** The node when it is an element, else the element that it stands in. */
export const elementAround = (node: Node): Element | null =>
  nodeType(node) === 1 ? (node as Element) : parentElement(node);

// Elements
export const localName = getter<Element, 'localName'>('Element', 'localName');
export const tagName = getter<Element, 'tagName'>('Element', 'tagName');
export const namespaceURI = getter<Element, 'namespaceURI'>('Element', 'namespaceURI');
export const attributes = getter<Element, 'attributes'>('Element', 'attributes');
export const shadowRoot = getter<Element, 'shadowRoot'>('Element', 'shadowRoot');
export const childElementCount = getter<Element, 'childElementCount'>('Element', 'childElementCount');
export const nextElementSibling = sharedGetter<Element | Text, 'nextElementSibling'>('nextElementSibling');
export const previousElementSibling = getter<Element, 'previousElementSibling'>('Element', 'previousElementSibling');
export const getAttribute = method<Element, [name: string], string | null>('Element', 'getAttribute');
export const hasAttribute = method<Element, [name: string], boolean>('Element', 'hasAttribute');
export const hasAttributes = method<Element, [], boolean>('Element', 'hasAttributes');
export const matches = method<Element, [selectors: string], boolean>('Element', 'matches');
export const closest = method<Element, [selectors: string], Element | null>('Element', 'closest');
export const getBoundingClientRect = method<Element, [], DOMRect>('Element', 'getBoundingClientRect');
export const scrollIntoView = method<Element, [options?: ScrollIntoViewOptions], void>('Element', 'scrollIntoView');
export const attachShadow = method<Element, [init: ShadowRootInit], ShadowRoot>('Element', 'attachShadow');
export const remove = method<Element, [], void>('Element', 'remove');
export const clientWidth = getter<Element, 'clientWidth'>('Element', 'clientWidth');
export const assignedSlot = sharedGetter<Element | Text, 'assignedSlot'>('assignedSlot');

type FirefoxElement = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
/** Firefox tells extensions of closed shadow roots; undefined elsewhere. */
export const openOrClosedShadowRoot = getter<FirefoxElement, 'openOrClosedShadowRoot'>(
  'Element',
  'openOrClosedShadowRoot',
);

// Elements of HTML
export const innerText = getter<HTMLElement, 'innerText'>('HTMLElement', 'innerText');
export const offsetWidth = getter<HTMLElement, 'offsetWidth'>('HTMLElement', 'offsetWidth');
export const focus = method<HTMLElement, [options?: FocusOptions], void>('HTMLElement', 'focus');
export const style = getter<HTMLElement, 'style'>('HTMLElement', 'style');
export const disabled = getter<HTMLInputElement, 'disabled'>('HTMLInputElement', 'disabled');
export const readOnly = getter<HTMLInputElement, 'readOnly'>('HTMLInputElement', 'readOnly');
export const type = getter<HTMLInputElement, 'type'>('HTMLInputElement', 'type');
export const value = getter<HTMLInputElement, 'value'>('HTMLInputElement', 'value');

// Parents: documents, shadow roots, elements
export const children = sharedGetter<Element | Document | ShadowRoot, 'children'>('children');
export const firstElementChild = sharedGetter<Element | Document | ShadowRoot, 'firstElementChild'>(
  'firstElementChild',
);
export const querySelector = sharedMethod<ParentNode, [selectors: string], Element | null>('querySelector');
export const querySelectorAll = sharedMethod<ParentNode, [selectors: string], NodeListOf<Element>>('querySelectorAll');
export const append = sharedMethod<ParentNode, [...nodes: Node[]], void>('append');

const hostOfShadow = getter<ShadowRoot, 'host'>('ShadowRoot', 'host');
/** The element whose shadow tree this is the root of; null for any other node. */
export const hostOf = (root: Node): Element | null =>
  nodeType(root) === 11 ? (hostOfShadow(root as ShadowRoot) ?? null) : null;

/** Whether a node may have children: comments and texts have none. */
export const isParent = (node: Node): node is Element | Document | ShadowRoot => [1, 9, 11].includes(nodeType(node));

// Documents, and what shadow roots share with them
export const defaultView = getter<Document, 'defaultView'>('Document', 'defaultView');
/** The address of a document; '' for one that no window shows. */
export const addressOf = (document: Document): string => defaultView(document)?.location.href ?? '';
export const readyState = getter<Document, 'readyState'>('Document', 'readyState');
export const documentElement = getter<Document, 'documentElement'>('Document', 'documentElement');
export const body = getter<Document, 'body'>('Document', 'body');
export const title = getter<Document, 'title'>('Document', 'title');
export const scrollingElement = getter<Document, 'scrollingElement'>('Document', 'scrollingElement');
export const createElement = method<Document, [name: string], HTMLElement>('Document', 'createElement');
export const createCanvas = (document: Document) => createElement(document, 'canvas') as HTMLCanvasElement;
export const createRange = method<Document, [], Range>('Document', 'createRange');
export const createDocumentFragment = method<Document, [], DocumentFragment>('Document', 'createDocumentFragment');
export const createTreeWalker = method<
  Document,
  [root: Node, whatToShow?: number, filter?: NodeFilter | null],
  TreeWalker
>('Document', 'createTreeWalker');
export const getElementsByTagName = method<Document, [name: string], HTMLCollectionOf<Element>>(
  'Document',
  'getElementsByTagName',
);
export const activeElement = sharedGetter<Document | ShadowRoot, 'activeElement'>('activeElement');
export const styleSheets = sharedGetter<Document | ShadowRoot, 'styleSheets'>('styleSheets');
export const adoptedStyleSheets = sharedGetter<Document | ShadowRoot, 'adoptedStyleSheets'>('adoptedStyleSheets');

type PrerenderingDocument = Document & { readonly prerendering?: boolean };
/** Undefined where the browser shows no page before the officer goes there. */
export const prerendering = getter<PrerenderingDocument, 'prerendering'>('Document', 'prerendering');

const adopters = new Map(
  (['Document', 'ShadowRoot'] as const).map((owner) => [owner, native(defined(owner, 'adoptedStyleSheets')?.set)]),
);

/** Replaces the sheets that a script gave a tree: the one thing of the page that painting touches. */
export function adoptStyleSheets(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  const adopt = adopters.get(nodeType(root) === Node.DOCUMENT_NODE ? 'Document' : 'ShadowRoot');
  if (adopt) apply(adopt, root, [sheets]);
  else root.adoptedStyleSheets = sheets;
}
