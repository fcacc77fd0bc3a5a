import { describe, expect, it } from 'vitest';
import { readCharacters, rivalClasses } from '../../utils/recognition/read-characters.ts';

const CHARACTERS = ['证', '1', 'I', '-'];

/** Scores of steps, each given as the probabilities of its classes; what is left over is the blank's. */
function scores(...steps: Partial<Record<number, number>>[]) {
  const classes = CHARACTERS.length + 1;
  const values = new Float32Array(steps.length * classes);
  for (const [at, step] of steps.entries()) {
    let rest = 1;
    for (const [index, value] of Object.entries(step)) {
      values[at * classes + Number(index)] = value!;
      rest -= value!;
    }
    values[at * classes] = rest;
  }
  return { steps: steps.length, classes, values };
}
const read = (...steps: Parameters<typeof scores>) =>
  readCharacters(scores(...steps), CHARACTERS, rivalClasses(CHARACTERS), 0.1, 0.2);

describe('readCharacters', () => {
  it('joins repeats, parts them at blanks and keeps the best probability and the place', () => {
    const characters = read({ 1: 0.7 }, { 1: 0.9 }, {}, { 1: 0.8 }, { 2: 0.95 });
    expect(characters.map(({ char }) => char).join('')).toBe('证证1');
    expect(characters[0]?.probability).toBeCloseTo(0.9);
    expect(characters[0]).toMatchObject({ from: 0 });
    expect(characters[1]!.from).toBeGreaterThan(characters[0]!.to - 1e-9);
  });

  it('says how probable a look-alike is', () => {
    const [character] = read({ 2: 0.8, 3: 0.15 });
    expect(character).toMatchObject({ char: '1' });
    expect(character?.rival).toBeCloseTo(0.15);
    expect(read({ 2: 0.99, 3: 0.005 })[0]?.rival).toBeUndefined();
  });

  it('doubts the character before which another one was nearly read', () => {
    expect(read({ 2: 0.99 }, { 4: 0.4 }, { 2: 0.99 })[1]?.rival).toBeCloseTo(0.12);
    expect(read({ 2: 0.99 }, {}, { 2: 0.99 })[1]?.rival).toBeUndefined();
  });
});
