import { describe, expect, it } from 'vitest';
import { LEAD_INS } from '../../rules/papers/lead-ins.ts';
import { TELLINGS } from '../../rules/papers/tellings.ts';
import { unspaced } from '../../utils/certificate/folded-text.ts';
import { tellingOf } from '../../utils/certificate/read-telling.ts';

describe.each(TELLINGS)('telling of $meaning: $template', (record) => {
  const { pattern } = tellingOf(record);
  it('is shown by sentences of its own', () => {
    expect(record.is.length).toBeGreaterThan(0);
    expect(record.isNot.length).toBeGreaterThan(0);
  });
  it.each(record.is)('%s: %s', (sentence, value) => expect(sentence.match(pattern)?.[1]).toBe(value));
  it.each(record.isNot)('nothing in %s', (sentence) => expect(sentence).not.toMatch(pattern));
});

it('a telling with a slot that nobody named is refused', () => {
  const record = { meaning: 'holder', template: '由{nobody}', is: [], isNot: [] } as const;
  expect(() => tellingOf(record)).toThrow('nobody');
});

describe.each(LEAD_INS)('a line that announces $meaning', ({ opens, shape, examples }) => {
  const announces = (line: string, next: string) => opens.test(unspaced(line)) && shape.test(next);
  it.each(examples.is)('%s | %s', (line, next) => expect(announces(line, next)).toBe(true));
  it.each(examples.isNot)('not %s | %s', (line, next) => expect(announces(line, next)).toBe(false));
});
