import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NOT_PROVED, PROVED } from '../../utils/bundle/threat-model.ts';
import { sampleBundle } from './sample-bundle.ts';
import { zipFiles } from './unpack.ts';

/** Each sentence of the threat model by its beginning, and the tests that show it: file and words of the test's name. */
const SHOWN: readonly [sentence: string, ...tests: [file: string, name: string][]][] = [
  [
    '封存的每个文件自封存以来',
    ['bundle/tampering.test.ts', 'fails for each flipped bit, wherever it lies'],
    [
      'bundle/tampering.test.ts',
      'fails by its seals alone when a picture is exchanged and the manifests are made to agree',
    ],
    ['store/damaged-export.test.ts', 'fails its check for these files and no others, and says that it was known'],
  ],
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
    ['e2e/capture-swap.test.ts', 'seals a page as it stands, also where it was altered at the computer'],
  ],
  [
    '没有时间戳，或签发者未经',
    ['evidence/stamp-standing.test.ts', 'is trusted under a registered certificate alone, open otherwise, and none'],
    ['capture/network/server-clocks.test.ts', 'is compared with the Date header'],
  ],
  [
    '制作证据包的单位自己在最后一次封存',
    ['store/log-mirror.test.ts', 'agrees with the log that wrote it'],
    ['store/log-mirror.test.ts', 'is told as %s, and stays so until an officer says why it goes on'],
    ['store/log-mirror.test.ts', 'agrees where the whole profile is an earlier copy'],
  ],
  ['旧版（0.1.0）写的日志行', ['bundle/custody-extract.test.ts', 'of 0.1.0 still walks']],
  [
    '签名只指向设备，不指向人',
    ['documents/papers.test.ts', 'keeps the signatures together, under the words that are signed'],
    ['evidence/trusted-keys.test.ts', 'tells the own key, a registered one and a stranger apart'],
  ],
  [
    '“未取得”列出的事项没有证据',
    ['capture/job/job-runner.test.ts', 'says a missing thing once, however often its step runs'],
    ['bundle/report.test.ts', 'files, log and what is not proved'],
  ],
  ['疑似表述由规则自动标出', ['documents/papers.test.ts', 'leaves out what a person struck off']],
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

/** The bullets below a line of a README, up to the next line that is none. */
function bulletsBelow(readme: string, line: string): string[] {
  const [, ...after] = readFileSync(readme, 'utf8').split(`\n${line}\n\n`);
  const [list] = after.join('').split(/\n\n/);
  return list!
    .split(/^- /m)
    .slice(1)
    .map((bullet) => bullet.replace(/\s+/g, ' ').trim());
}

/** What each English sentence speaks of, in the order of the Chinese ones. */
const ENGLISH: Readonly<Record<string, readonly string[]>> = {
  'Proved, and checkable without our software, by the instructions in the bundle:': [
    'no sealed file was changed',
    'every file that the sealed record lists',
    'were signed by the one device',
    'hang together',
    'commitment to their item',
    'hold the head of the log',
    'time stamp whose issuer',
  ],
  'Not proved:': [
    'the server sent it',
    'the time, without a stamp',
    'cut off the log',
    'lines of 0.1.0',
    'who signed',
    '未取得',
    'a marked claim is unlawful',
  ],
};

it('stands in both READMEs of the product, sentence by sentence', () => {
  expect(bulletsBelow('README.zh-CN.md', '能证明：')).toEqual(PROVED);
  expect(bulletsBelow('README.zh-CN.md', '不能证明：')).toEqual(NOT_PROVED);
  for (const [line, subjects] of Object.entries(ENGLISH)) {
    const bullets = bulletsBelow('README.md', line);
    expect(bullets).toHaveLength(subjects.length);
    for (const [index, subject] of subjects.entries()) expect(bullets[index]).toContain(subject);
  }
});

/** What the README says that the extension asks servers for, and the tests that show it and its bounds. */
const ASKED: readonly [request: string, ...tests: [file: string, name: string][]][] = [
  ['a digest goes to the time-stamp service', ['evidence/timestamp.test.ts', 'asks with nonce, SHA-256 imprint']],
  [
    "asks the page's own https server once",
    ['capture/own-response.test.ts', 'takes the connection of our own request, and of no other'],
    ['e2e/capture-network.test.ts', 'says why there is no chain where the debugger is not used'],
  ],
  ['replay copy switched on', ['e2e/replay.test.ts', 'when the settings ask for one, and leaves']],
  ['a PDF that an officer opens', ['pdf/fetch-pdf.test.ts', 'asks for a PDF anew without cookies, referrer or cache']],
  ['a pool over WebDAV', ['e2e/pool.test.ts', 'shares evidence over WebDAV: from the address in the settings']],
  ['a patrol opens the addresses', ['e2e/patrol-library.test.ts', 'visits a list in the background, over a restart']],
];

it('names a test for each request to a server, and each of them is there', () => {
  const bullets = bulletsBelow(
    'README.md',
    'The extension asks no server anything by itself, but for these, each with a switch or an act of the officer before it:',
  );
  expect(bullets).toHaveLength(ASKED.length);
  for (const [index, [request, ...tests]] of ASKED.entries()) {
    expect(bullets[index]).toContain(request);
    for (const [file, name] of tests)
      expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), `${file}: ${name}`).toContain(name);
  }
});

/** What else the README says that holds, each sentence by its beginning. */
const HELD: readonly [sentence: string, ...tests: [file: string, name: string][]][] = [
  [
    'The page is taken to be hostile',
    ['bundle/report.test.ts', 'stays inert with %j in every field of the page'],
    ['documents/papers.test.ts', 'keeps a formula in a title as text'],
    ['e2e/firefox.test.ts', 'and leaves the page as it was'],
    ['messages-border.test.ts', 'refuses %j'],
    ['tabs/tab-reports.test.ts', 'lets a content script speak only of its own tab'],
  ],
  [
    'Pictures are read from the pixels',
    ['e2e/picture-bytes.test.ts', 'reads what pictures show without asking any server for them again'],
    [
      'capture/network/server-html.test.ts',
      'takes a copy in the cache for this load only while nothing speaks against it',
    ],
  ],
  [
    'Of a private window no reading is kept.',
    ['capture/pictures/private-window.test.ts', 'of a window that is private (%s) a reading is kept: %s'],
    ['recognition/picture-reader.test.ts', 'keeps nothing of a picture of which nothing may outlast the page'],
  ],
];

it('says nothing else of pages and pictures without a test', () => {
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
  for (const [sentence, ...tests] of HELD) {
    expect(readme).toContain(sentence);
    for (const [file, name] of tests)
      expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), `${file}: ${name}`).toContain(name);
  }
});

it('stands against an attacker with what holds and a test that is there', () => {
  const attacks = readFileSync('SECURITY.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!It |He |What )/.test(line))
    .map((line) => line.split(' |').map((cell) => cell.replace(/^\|? ?/, '')));
  expect(attacks.length).toBeGreaterThan(30);
  for (const [attack, holds, , tests] of attacks) {
    expect(holds, attack).not.toBe('');
    const files = [...tests!.matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    expect(files, attack).not.toEqual([]);
    for (const file of files) expect(existsSync(file), file).toBe(true);
  }
});

it('stands with every sentence in report and README', async () => {
  const files = await zipFiles((await sampleBundle()).zip);
  const texts = files.filter(([name]) => /(report\.html|README[^/]*)$/i.test(name));
  expect(texts.length).toBeGreaterThanOrEqual(2);
  for (const [name, bytes] of texts)
    for (const sentence of [...PROVED, ...NOT_PROVED])
      expect(new TextDecoder().decode(bytes), name).toContain(sentence);
});
