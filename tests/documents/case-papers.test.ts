import { describe, expect, it } from 'vitest';
import { CASE_PAPER_KINDS, CASE_PAPER_TITLES } from '../../utils/documents/case-paper-kinds.ts';
import { casePaper, casePaperFile } from '../../utils/documents/case-papers.ts';
import { BLANK, type Block, blanksOf } from '../../utils/documents/paper.ts';
import { newCase } from '../../utils/evidence/case.ts';
import { about, itemOf } from './sample-case.ts';

const rowsOf = (blocks: readonly Block[]) =>
  new Map(blocks.flatMap((part) => (part.kind === 'facts' ? part.rows : [])));
const made = (kind: (typeof CASE_PAPER_KINDS)[number], of = about, items = [itemOf()]) =>
  casePaper(kind, of, items, '某某区市场监管局');

describe.each(CASE_PAPER_KINDS)('%s', (kind) => {
  it('is headed as elements, claims no form, and asks for what the case does not know', () => {
    const paper = made(kind);
    expect(paper.title).toBe(`${CASE_PAPER_TITLES[kind]}（要素稿）`);
    expect(paper.blocks[0]).toMatchObject({ kind: 'text', text: expect.stringContaining('不是法定文书格式') });
    expect(blanksOf(paper).length).toBeGreaterThan(0);
  });

  it('can be made of a case without evidence and without facts', async () => {
    const start = { id: 'c', registrar: { name: '', licence: '' }, today: '2026-11-30', now: '2026-11-30T00:00:00Z' };
    const paper = made(kind, newCase(start), []);
    const html = await (await casePaperFile(paper, new Map(), 'html')).text();
    expect(html).toContain(CASE_PAPER_TITLES[kind]);
  });
});

describe('papers of a case', () => {
  it('take the party and the shop from the case', () => {
    const rows = rowsOf(made('assist-office').blocks);
    expect(rows.get('当事人')).toBe('某某检测技术有限公司');
    expect(rows.get('店铺或账号')).toBe('某某旗舰店');
    expect(rows.get('附件')).toBe('证据包 1 个：证据 1 件，文件 1 个');
    expect(rows.get('实际经营地')).toBe(BLANK);
  });

  it('name no period for correction and no article of the list of dishonest parties: officers do', () => {
    expect(rowsOf(made('correction-order').blocks).get('改正期限')).toBe(BLANK);
    const set = { ...about, correctBy: '2026-12-20' };
    expect(rowsOf(made('correction-order', set).blocks).get('改正期限')).toBe('2026-12-20');
    expect(rowsOf(made('dishonesty-proposal').blocks).get('符合的列入情形和条款')).toBe(BLANK);
    expect(rowsOf(made('assist-platform').blocks).get('答复期限')).toBe(BLANK);
  });

  it('are filled in with what a person said', async () => {
    const paper = made('complaint-forwarding');
    const file = await casePaperFile(paper, new Map([['分送单位', '某某支队四大队']]), 'html');
    expect(await file.text()).toContain('某某支队四大队');
  });
});
