// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { FindingLedger, type Placed } from '../../utils/page/finding-ledger.ts';
import { findingSample } from './finding-sample.ts';

/** A finding on the whole first text of an element. */
function placed(element: Element, rank?: number): Placed {
  const node = element.firstChild as Text;
  return {
    finding: {
      ...findingSample({ matchedText: node.data }),
      start: 0,
      end: node.length,
      confidence: 'sure',
      weighing: { own: 0, exact: true, cue: 'claim' },
      listed: true,
    },
    hidden: false,
    spans: [{ node, start: 0, end: node.length }],
    element,
    source: 'text',
    ...(rank === undefined ? {} : { rank }),
  };
}

/** A page of sections with paragraphs, each paragraph a finding. */
function ledgerOf(sections: number, paragraphs: number): { ledger: FindingLedger; sections: Element[] } {
  document.body.innerHTML = Array.from(
    { length: sections },
    (_, section) =>
      `<section>${Array.from({ length: paragraphs }, (_, at) => `<p>${section}-${at}</p>`).join('')}</section>`,
  ).join('');
  const ledger = new FindingLedger();
  for (const paragraph of document.querySelectorAll('p')) ledger.note(placed(paragraph));
  return { ledger, sections: [...document.querySelectorAll('section')] };
}

const texts = (ledger: FindingLedger) => ledger.findings().map(({ matchedText, gone }) => (gone ? '-' : matchedText));

describe('a ledger of findings', () => {
  it('names those inside an element, and no others', () => {
    const { ledger, sections } = ledgerOf(5, 7);
    const inside = ledger.within(sections[2]!).map(({ finding }) => finding.matchedText);
    expect(inside).toEqual(['2-0', '2-1', '2-2', '2-3', '2-4', '2-5', '2-6']);
    expect(ledger.within(sections[2]!.lastElementChild!)).toHaveLength(1);
    expect(ledger.within(document.body)).toHaveLength(35);
    expect(ledger.within(document.createElement('div'))).toEqual([]);
  });

  it('names those in shadow trees below an element', () => {
    const { ledger, sections } = ledgerOf(3, 2);
    const shadow = sections[1]!.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>inner</p>';
    ledger.note(placed(shadow.firstElementChild!));
    expect(texts(ledger)).toEqual(['0-0', '0-1', '1-0', '1-1', 'inner', '2-0', '2-1']);
    expect(ledger.within(sections[1]!).map(({ finding }) => finding.matchedText)).toEqual(['1-0', '1-1', 'inner']);
    expect(ledger.within(shadow.firstElementChild!)).toHaveLength(1);
  });

  it.each([
    ['few', 2],
    ['many', 150],
  ])('lets go of what is taken out where there are %s', (_how, paragraphs) => {
    const { ledger, sections } = ledgerOf(3, paragraphs);
    sections[1]!.remove();
    ledger.withdrawBelow(sections[1]!);
    expect(ledger.places().map(({ element }) => element.parentElement)).not.toContain(sections[1]);
    expect(ledger.places()).toHaveLength(2 * paragraphs);
  });

  it('takes the order of a walk for the order of the document', () => {
    document.body.innerHTML = '<p>a</p><p>b</p><p>c</p>';
    const [a, b, c] = [...document.querySelectorAll('p')];
    const ledger = new FindingLedger();
    ledger.note(placed(c!, 9));
    ledger.note(placed(a!, 4));
    ledger.note(placed(b!));
    expect(texts(ledger)).toEqual(['a', 'b', 'c']);
  });
});
