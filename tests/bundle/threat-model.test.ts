import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NOT_PROVED, PROVED } from '../../utils/bundle/threat-model.ts';
import { sampleBundle } from './sample-bundle.ts';
import { zipFiles } from './unpack.ts';

/** Each sentence of the threat model by its beginning, and the tests that show it: file and words of the test's name. */
const SHOWN: readonly [sentence: string, ...tests: [file: string, name: string][]][] = [
  ['包内每个文件自封存以来没有改动', ['bundle/tampering.test.ts', 'fails for each flipped bit, wherever it lies']],
  [
    '封存记录列出的文件一个不少',
    ['bundle/tampering.test.ts', 'fails with a file too many'],
    ['bundle/verdict-sentences.test.ts', 'a file is missing, no digest is said to differ'],
  ],
  [
    '封存记录和标签清单由持有签名私钥',
    ['evidence/seal.test.ts', 'holds, and breaks with any change of record, digest, key or signature'],
    ['bundle/tampering.test.ts', 'fails when the key is exchanged'],
  ],
  ['包内保管日志各行首尾相接', ['bundle/tampering.test.ts', 'fails when the log is cut']],
  ['0.2.0 起写的日志行都带', ['bundle/custody-extract.test.ts', 'keeps a line of an item out of sight is found out']],
  ['0.2.0 起的封存记录写有', ['bundle/custody-extract.test.ts', 'exchanged lines after the seal is found out']],
  ['带有时间戳、且签发机构', ['bundle/stamped-bundle.test.ts', 'fails with the stamp of another']],
  [
    '不能单独证明网站服务器确曾发出',
    ['bundle/threat-model.test.ts', 'stands with every sentence in report and README'],
  ],
  ['没有时间戳，或签发者未经', ['bundle/stamped-bundle.test.ts', 'a stamped bundle verifies with ours']],
  [
    '制作证据包的单位自己在最后一次封存',
    ['store/log-mirror.test.ts', 'agrees with the log that wrote it'],
    ['store/log-mirror.test.ts', 'is told as %s, and stays so until an officer says why it goes on'],
  ],
  ['旧版（0.1.0）写的日志行', ['bundle/custody-extract.test.ts', 'of 0.1.0 still walks']],
  ['签名只指向设备，不指向人', ['bundle/threat-model.test.ts', 'stands with every sentence in report and README']],
  ['“未取得”列出的事项没有证据', ['bundle/threat-model.test.ts', 'stands with every sentence in report and README']],
  ['疑似表述由规则自动标出', ['bundle/threat-model.test.ts', 'stands with every sentence in report and README']],
];

it('names a test for each sentence, and each of them is there', () => {
  const sentences = [...PROVED, ...NOT_PROVED];
  expect(sentences.map((sentence) => SHOWN.filter(([start]) => sentence.startsWith(start)).length)).toEqual(
    sentences.map(() => 1),
  );
  expect(SHOWN).toHaveLength(sentences.length);
  for (const [, ...tests] of SHOWN)
    for (const [file, name] of tests)
      expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), `${file}: ${name}`).toContain(name);
});

it('stands with every sentence in report and README', async () => {
  const files = await zipFiles((await sampleBundle()).zip);
  const texts = files.filter(([name]) => /(report\.html|README[^/]*)$/i.test(name));
  expect(texts.length).toBeGreaterThanOrEqual(2);
  for (const [name, bytes] of texts)
    for (const sentence of [...PROVED, ...NOT_PROVED])
      expect(new TextDecoder().decode(bytes), name).toContain(sentence);
});
