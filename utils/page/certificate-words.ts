import { anyOf } from '../base/pattern-parts.ts';
import * as dom from './dom.ts';

/** Words without which nothing on a page is read as a certificate; Chinese ones may be spaced out. */
const CERTIFICATE_WORDS =
  /[证證]\s*[书書]|自我声明|(?<![a-z0-9])(?:3c|ccc)(?![a-z0-9])|[报報]\s*告|[认認]\s*[证證可]|[发發]\s*[证證]|[检檢]\s*[验測测驗]|certif|report(?!er|age|ed|ing)|issued by|issuing|conformity|compliance/i;

/** Words of labels and sentences that a value can follow; a part without one shows no certificate. */
const VALUE_WORDS = anyOf(
  'i',
  /[编編]\s*[号號码碼]|[证證书書告册冊]\s*[号號]|[发發]\s*[证證放]|[颁頒]|[签簽]\s*[发發]|出\s*具|[结結]\s*[论論]|有\s*效|注\s*册/,
  /[机機]\s*[构構]|[认認]\s*[证證]\s*[单單类類项項]|№|\bno\b|no\.|[告书]\s*[：:]|合\s*格|符\s*合|number|issu|expir|valid/,
  /conclusion|verdict|result|granted|awarded|tested by|certified by/,
);

/** Whether a text may hold a certificate. */
export const speaksOfCertificate = (text: string): boolean => CERTIFICATE_WORDS.test(text) && VALUE_WORDS.test(text);

/** Characters that are looked at in one step: well under a millisecond. */
const STEP = 8_000;
/** Longer than any word above: none is lost between two steps. */
const OVERLAP = 40;

/**
 * Whether a document, its open shadow roots included, is worth reading for certificates at all. In steps: the page may be of any length.
 */
export function* speakingOfCertificates(document: Document): Generator<void, boolean> {
  let named = false;
  let valued = false;
  const look = (text: string) => {
    named ||= CERTIFICATE_WORDS.test(text);
    valued ||= VALUE_WORDS.test(text);
    return named && valued;
  };
  let text = '';
  for (const data of textsBelow(dom.body(document))) {
    text += data;
    for (; text.length > STEP; text = text.slice(STEP - OVERLAP)) {
      if (look(text.slice(0, STEP))) return true;
      yield;
    }
  }
  return look(text);
}

/** Texts and what pictures are described with, in order. A stack of walks: shadow trees may nest deeper than calls may. */
function* textsBelow(root: Element | null): Generator<string> {
  const walks: TreeWalker[] = [];
  const enter = (below: Element | ShadowRoot) =>
    walks.push(
      dom.createTreeWalker(dom.documentOf(below), below, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, null),
    );
  if (root) enter(root);
  for (let walk = walks.at(-1); walk; walk = walks.at(-1)) {
    const node = walk.nextNode();
    if (!node) walks.pop();
    else if (dom.nodeType(node) === Node.TEXT_NODE) yield (node as Text).data;
    else if (dom.nodeName(node) === 'IMG') yield dom.getAttribute(node as Element, 'alt') ?? '';
    else {
      const shadow = dom.shadowRoot(node as Element);
      if (shadow) enter(shadow);
    }
  }
}
