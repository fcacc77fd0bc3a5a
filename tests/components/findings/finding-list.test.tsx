// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FindingList } from '../../../components/findings/FindingList.tsx';
import { explain, FINDINGS, MANY_FINDINGS } from '../../gallery/fixtures.ts';
import { click, draw, named, press } from '../draw.ts';

const onLocate = vi.fn();
const onDismiss = vi.fn();
const onUndo = vi.fn();

const list = (findings = FINDINGS) => (
  <FindingList findings={findings} explain={explain} onLocate={onLocate} onDismiss={onDismiss} onUndo={onUndo} />
);
const current = () => document.querySelector('[aria-current=true] mark')?.textContent;

beforeEach(() => {
  vi.clearAllMocks();
});

describe('FindingList', () => {
  it('shows claims with the hit painted, and folds what is cited', async () => {
    await draw(list());
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      '当天出证',
      '不送样检测',
      '检测包过',
    ]);
    await click(named('button', '引用或否定2'));
    expect(document.body.textContent).toContain('引用：“警惕”');
    expect(document.body.textContent).toContain('否定：“不”');
  });

  it('moves with J K and the arrows, staying inside the list', async () => {
    await draw(list());
    expect(current()).toBe('当天出证');
    await press('j');
    expect(current()).toBe('不送样检测');
    expect(document.activeElement?.textContent).toContain('不送样检测');
    await press('ArrowDown');
    await press('J');
    expect(current()).toBe('检测包过');
    await press('k');
    await press('ArrowUp');
    await press('k');
    expect(current()).toBe('当天出证');
  });

  it('locates with Enter, explains with B, strikes off with M, takes back with Ctrl+Z', async () => {
    await draw(list());
    await press('j');
    await press('Enter');
    expect(onLocate).toHaveBeenLastCalledWith(FINDINGS[1]);
    await press('b');
    expect(document.body.textContent).toContain('《认证认可条例》第六十一条');
    expect(document.body.textContent).toContain('2023-07-20 修订');
    await press('m');
    expect(onDismiss).toHaveBeenLastCalledWith(FINDINGS[1], true);
    await press('z', { ctrlKey: true });
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it('leaves letters to a field and Enter to a button', async () => {
    await draw(
      <>
        {list()}
        <input aria-label="查找" />
      </>,
    );
    await press('j', {}, document.querySelector('input')!);
    await press('m', {}, document.querySelector('input')!);
    expect(current()).toBe('当天出证');
    expect(onDismiss).not.toHaveBeenCalled();
    await press('Enter', {}, named('button', '依据'));
    expect(onLocate).not.toHaveBeenCalled();
  });

  it('offers to take back a false positive and does not count it', async () => {
    await draw(list(FINDINGS.map((each) => ({ ...each, dismissed: each.id === 'a' }))));
    expect(named('button', '疑似表述2')).toBeTruthy();
    await click(named('button', '撤销'));
    expect(onDismiss).toHaveBeenCalledWith(expect.objectContaining({ id: 'a' }), false);
  });

  it('groups a long list by rule, the first group open', async () => {
    await draw(list(MANY_FINDINGS));
    expect(document.querySelectorAll('.zj-finding-group')).toHaveLength(7);
    expect(document.querySelectorAll('.zj-finding')).toHaveLength(19);
    await click(document.querySelectorAll('.zj-finding-group')[1]);
    expect(document.querySelectorAll('.zj-finding')).toHaveLength(38);
  });

  it('shows markup of the page as text', async () => {
    await draw(list([{ ...FINDINGS[0]!, prefix: '<b>粗</b>', matchedText: '<img src=x>' }]));
    expect(document.querySelector('.zj-finding img, .zj-finding b')).toBeNull();
    expect(document.querySelector('mark')?.textContent).toBe('<img src=x>');
  });
});
