import { readFileSync } from 'node:fs';
import type { Case } from '../../utils/evidence/case.ts';
import { zipFiles } from '../bundle/unpack.ts';
import type { Checks } from './checks.ts';
import { type Office, say } from './office.ts';

/** What may not be told of a party: its name without place and kind, its code, its number, its street. */
const secretsOf = ({ party }: Case) => [
  /甲乙\d+号/.exec(party.name)?.[0] ?? party.name,
  party.creditCode,
  party.contact,
  /示例路 \d+/.exec(party.registeredAddress)?.[0] ?? party.registeredAddress,
];

/** A case is made ready for publication: neither the words of the file nor the pixels of its pictures tell whose it is. */
export async function exposeCase(office: Office, checks: Checks): Promise<void> {
  const [about] = await office.all<Case>('cases');
  if (!about) throw new Error('there is no case');
  const sealed = async () => JSON.stringify(await office.all('items'));
  const before = await sealed();
  const library = await office.open(`#/cases/${about.id}/papers`);
  await library
    .locator('.zj-documents li', { hasText: say('exposure_title') })
    .getByRole('button')
    .click();
  const dialog = library.locator('dialog.zj-exposure');
  await dialog.waitFor({ timeout: 120_000 });
  const covered = await dialog.locator('.zj-cover-place[aria-pressed=true]').count();
  const shown = await dialog.locator('.zj-cover-place[aria-pressed=false]').count();
  checks.row('publication: places that are covered, places that are not', [true, true], [covered > 0, shown > 0]);
  const file = await office.saved(
    () => dialog.getByRole('button', { name: say('exposure_make') }).click(),
    'case.docx',
  );

  const files = await zipFiles(new Blob([readFileSync(file)]));
  const words = files
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => new TextDecoder().decode(bytes).replace(/<[^>]+>/g, ''))
    .join(' ');
  checks.row('publication: tells what was advertised', true, words.includes('当天出证'));
  checks.row(
    'publication: words that tell whose it is',
    [],
    secretsOf(about).filter((secret) => words.includes(secret)),
  );
  const pictures = files.filter(([name]) => name.endsWith('.png'));
  checks.row('publication: has a picture', true, pictures.length > 0);
  const read: string[] = [];
  for (const [, bytes] of pictures) {
    const data = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
    const answer = await office.client.send('readPicture', { data, keep: false });
    read.push('skipped' in answer ? answer.skipped : answer.reading.lines.map(({ text }) => text).join(''));
  }
  const text = read.join('').replace(/\s+/g, '');
  checks.row('publication: its pictures still show the advertisement', true, text.includes('当天出证'));
  const told = secretsOf(about).filter((secret) => text.includes(secret.replace(/\s+/g, '')));
  checks.row('publication: names and numbers that its pictures show', [], told);
  checks.row('publication: what is sealed is as it was', true, (await sealed()) === before);
}
