import * as OpenCC from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { plainForm } from '../../utils/scan/fold.ts';
import {
  explain,
  homophones,
  lookAlikes,
  soundAlikes,
  splitPairs,
  syllableOf,
  traditionalForms,
} from '../../utils/scan/variants.ts';

describe('readings', () => {
  it('agree with pinyin-pro for every character of the level', () => {
    const wrong = [...homophones()].flatMap(([syllable, characters]) =>
      [...characters].filter(
        (character) =>
          !pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
            .map((one) => one.replace('ü', 'v'))
            .includes(syllable),
      ),
    );
    // 帧 is zhēn today; the standard of 1980 files it under zhēng.
    expect(wrong).toEqual(['帧']);
    expect([...homophones().values()].join('')).toHaveLength(3755);
  });

  it('are known for traditional and compatible shapes too', () => {
    expect(['證', '証', '⽇', '权'].map(syllableOf)).toEqual(['zheng', 'zheng', 'ri', 'quan']);
    expect(soundAlikes('证')).toEqual(expect.arrayContaining(['正', '政', '征']));
    expect(soundAlikes('是')).not.toContain('的');
  });
});

describe('traditional forms', () => {
  it('are what opencc-js turns into the simplified character', () => {
    const converters = (['t', 'tw', 'hk', 'jp'] as const).map((from) => OpenCC.Converter({ from, to: 'cn' }));
    const wrong = [...traditionalForms()].flatMap(([simplified, forms]) =>
      [...forms].filter((form) => !converters.some((convert) => convert(form) === simplified)),
    );
    expect(wrong).toEqual([]);
    expect(traditionalForms().size).toBeGreaterThan(1400);
  });
});

describe('look-alikes and split characters', () => {
  it('never list a character as its own variant, nor one that another class explains', () => {
    const own = [...lookAlikes()].filter(([character, alike]) => [...alike].some((one) => one === character));
    expect(own).toEqual([]);
    for (const [character, alike] of lookAlikes()) {
      expect([character, alike.length > 0 && [...alike].every((one) => one.length === 1)]).toEqual([character, true]);
    }
  });

  it('split into two halves of the basic plane', () => {
    for (const [halves, whole] of splitPairs()) {
      expect([halves, halves.length, whole.length]).toEqual([halves, 2, 1]);
    }
  });
});

describe('explain', () => {
  it.each([
    ['证', '证', null],
    ['Ｃ', 'c', 'width'],
    ['C', 'c', null],
    ['證', '证', 'traditional'],
    ['⾦', '金', 'width'],
    ['岀', '出', 'look-alike'],
    ['正', '证', 'homophone'],
    ['政', '出', undefined],
  ])('reads %s as %s: %s', (written, meant, evasion) => {
    expect(explain(written, meant)).toBe(evasion);
  });

  it('knows plain forms of other shapes', () => {
    expect(['Ａ', '⑨', '⽂', 'é', '⑶', '⒊', '㊀', '⻓', '❼', 'ᴄ', '字'].map(plainForm)).toEqual([
      'a',
      '9',
      '文',
      'e',
      '3',
      '3',
      '一',
      '长',
      '7',
      'c',
      '字',
    ]);
  });
});
