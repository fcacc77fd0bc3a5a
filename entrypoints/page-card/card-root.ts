import base from '../../components/ui/base.css?inline';
import button from '../../components/ui/button.css?inline';
import icon from '../../components/ui/icon.css?inline';
import iconButton from '../../components/ui/icon-button.css?inline';
import card from '../../components/ui/in-page-card.css?inline';
import key from '../../components/ui/key.css?inline';
import mark from '../../components/ui/level-mark.css?inline';
import * as dom from '../../utils/page/dom.ts';

const STYLES = [base, button, icon, iconButton, key, mark, card].join('\n');

/** Input that the page need not hear of while it happens inside the card. */
const OWN_EVENTS = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'keydown',
  'keyup',
  'keypress',
];

export interface CardRoot {
  /** The one element that is on the page while the card is open. */
  host: HTMLElement;
  root: ShadowRoot;
  /** Where the card is drawn. */
  stage: HTMLElement;
}

/** Puts an empty closed shadow root over the page; `host.remove()` takes it away without a trace. */
export function openCardRoot(document: Document, dark: boolean): CardRoot {
  const host = dom.createElement(document, 'div');
  host.dataset.theme = dark ? 'dark' : 'light';
  for (const [property, value] of [
    ['all', 'initial'],
    ['display', 'block'],
    ['position', 'fixed'],
    ['z-index', '2147483647'],
    ['left', '0'],
    ['top', '0'],
  ] as const) {
    dom.style(host).setProperty(property, value, 'important');
  }
  const root = dom.attachShadow(host, { mode: 'closed' });
  adopt(root, document);
  const stage = dom.createElement(document, 'div');
  stage.className = 'zj-card-stage';
  root.append(stage);
  for (const name of OWN_EVENTS) dom.addEventListener(host, name, (event) => event.stopPropagation());
  dom.append(dom.documentElement(document), host);
  return { host, root, stage };
}

function adopt(root: ShadowRoot, document: Document): void {
  const sheet = new (dom.defaultView(document) as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
}
