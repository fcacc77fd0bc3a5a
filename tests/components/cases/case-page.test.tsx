// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { CasePage, type CasePageProps } from '../../../components/cases/CasePage.tsx';
import { summariseItem } from '../../../utils/casework/item-summary.ts';
import { dueDates } from '../../../utils/evidence/due-dates.ts';
import { readParty } from '../../../utils/party/read-party.ts';
import { about } from '../../documents/sample-case.ts';
import { click, draw, named } from '../draw.ts';
import { sampleItem } from '../library/sample-items.ts';

const today = '2026-11-30';

/** Types into the control of a label and leaves it. */
async function fill(label: string, text: string, within = document.body) {
  const of = [...within.querySelectorAll('label')].find((each) => each.textContent?.trim() === label);
  const control = document.getElementById(of?.getAttribute('for') ?? '') as HTMLInputElement | null;
  if (!control) throw new Error(`no control is labelled ${label}`);
  await act(() => {
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => void control.dispatchEvent(new Event('blur', { bubbles: true })));
}

function page(changes: Partial<CasePageProps> = {}) {
  const item = summariseItem(sampleItem({}, { caseId: about.id }), about, { today });
  const acts = {
    onTab: vi.fn(),
    onChange: vi.fn(),
    onStage: vi.fn(),
    onNote: vi.fn(),
    onTransfer: vi.fn(),
    onDelete: vi.fn(),
  };
  const props: CasePageProps = {
    value: about,
    tab: 'facts',
    items: [item],
    readings: [],
    dues: dueDates({ ...about, foundOn: '2026-11-23' }, today),
    lines: [],
    today,
    transferring: false,
    makingPaper: false,
    onPaper: vi.fn(),
    exposure: { reading: null, onExposure: vi.fn() },
    receiver: '',
    ...acts,
    ...changes,
  };
  return { acts, view: <CasePage {...props} /> };
}

describe('the page of a case', () => {
  it('keeps what the papers say of it, field by field', async () => {
    const { acts, view } = page();
    await draw(view);
    await fill('实际经营地', '某某市某某路 1 号');
    expect(acts.onChange).toHaveBeenLastCalledWith({ party: { businessAddress: '某某市某某路 1 号' } });
    await fill('延长期限批准日', '2026-12-10');
    expect(acts.onChange).toHaveBeenLastCalledWith({ extendedOn: '2026-12-10' });
    await fill('立案', '2026-12-11');
    expect(acts.onChange).toHaveBeenLastCalledWith({ events: { ...about.events, filed: '2026-12-11' } });
  });

  it('shows what the page says of the party, with its words, and takes a value over by a click', async () => {
    const facts = readParty(['企业名称：泉州某某检测技术有限公司 统一社会信用代码：91350100M000100Y44'], '');
    const { acts, view } = page({ readings: [{ itemId: 'E20261123-0001', url: 'https://example.cn/', facts }] });
    const body = await draw(view);
    expect(body.textContent).toContain('…企业名称：泉州某某检测技术有限公司 统一社会信用代码');
    expect(body.textContent).toContain('校验位不符，需人工核对');
    await click(body.querySelector('[title^="名称填入"]'));
    expect(acts.onChange).toHaveBeenLastCalledWith({ party: { name: '泉州某某检测技术有限公司' } });
  });

  it('names the period that ends next, and its article', async () => {
    const { view } = page();
    const body = await draw(view);
    expect(body.textContent).toContain('核查期限');
    expect(body.textContent).toContain('第十八条');
  });

  it('asks to whom before it transfers, and then passes on what it was told', async () => {
    const { acts, view } = page({
      value: { ...about, transfer: { to: '', on: '', letterNumber: '', receivedBy: '' } },
    });
    await draw(view);
    await click(named('header button', '导出并移送'));
    await click(named('dialog button', '导出并移送'));
    expect(document.body.textContent).toContain('请填写受移送机关或部门');
    expect(acts.onTransfer).not.toHaveBeenCalled();
    await fill('移送接收单位', '某某市局执法支队', document.querySelector('dialog')!);
    await click(named('dialog button', '导出并移送'));
    expect(acts.onTransfer).toHaveBeenCalledWith(expect.objectContaining({ to: '某某市局执法支队', on: today }));
  });

  it('cannot be taken away while it holds evidence', async () => {
    const { view } = page();
    await draw(view);
    expect((named('button', '案件内有证据，不能删除') as HTMLButtonElement).disabled).toBe(true);
  });

  it('adds a note only when it has words', async () => {
    const { acts, view } = page({ tab: 'timeline' });
    await draw(view);
    const area = document.querySelector('textarea')!;
    await act(() => {
      area.value = '已电话联系';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await click(named('button', '写入'));
    expect(acts.onNote).toHaveBeenCalledWith('已电话联系');
  });

  it('leaves the decision on each trait of an advertisement to the officer', async () => {
    const { acts, view } = page();
    await draw(view);
    expect(
      [...document.querySelectorAll('.zj-case-trait [aria-checked=true]')].map((each) => each.textContent),
    ).toEqual(['待判断', '待判断', '待判断', '待判断']);
    await click(document.querySelectorAll('.zj-case-trait [role=radio]')[1]);
    expect(acts.onChange).toHaveBeenLastCalledWith({
      traits: { marketing: { result: 'present', facts: '' } },
    });
  });
});
