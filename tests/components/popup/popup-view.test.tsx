// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { PopupView, type PopupViewProps } from '../../../components/popup/PopupView.tsx';
import { verdictOf, weigh } from '../../../components/popup/popup-verdict.ts';
import { at, FINDINGS, INTERRUPTED, job, report } from '../../gallery/fixtures.ts';
import { click, draw, named } from '../draw.ts';

const nothing = () => {};

const popup = (part: Partial<PopupViewProps> = {}) => (
  <PopupView
    verdict="found"
    counts={{ strong: 2, weak: 1 }}
    characters={4120}
    pictures={6}
    host="www.mm-jiance.example"
    itemCount={1284}
    captureKeys={['Alt', 'Q']}
    panelKeys={[]}
    certificates={{ count: 0, missing: 0, problems: 0 }}
    capturing={false}
    onCapture={nothing}
    onToggleSite={nothing}
    onOpenPanel={nothing}
    onOpenLibrary={nothing}
    onOpenSettings={nothing}
    {...part}
  />
);

describe('verdictOf', () => {
  it('goes by claims, not by what is cited or struck off', () => {
    expect(verdictOf(report())).toBe('found');
    expect(verdictOf(report({ findings: FINDINGS.filter((each) => each.disposition !== 'claim') }))).toBe('none');
    expect(verdictOf(report({ findings: FINDINGS.map((each) => ({ ...each, dismissed: true })) }))).toBe('none');
  });

  it('is a scan under way until there is a report', () => {
    expect(verdictOf(undefined)).toBe('scanning');
    expect(verdictOf(report({ state: 'unreadable' }))).toBe('unreadable');
  });
});

describe('PopupView', () => {
  it('shows the count, the levels and the library’s size', async () => {
    await draw(popup());
    expect(document.querySelector('.zj-verdict-count')?.textContent).toBe('3');
    expect(document.body.textContent).toContain('重点 2');
    expect(document.body.textContent).toContain('1,284 份');
  });

  it('names what makes the claims weigh', async () => {
    await draw(popup({ weighed: weigh(report()) }));
    expect(document.querySelector('.zj-popup-weighed')?.textContent).toMatch(
      /^线索较强.*未见证照或资质编号、标价异常低/,
    );
  });

  it('captures', async () => {
    const onCapture = vi.fn();
    await draw(popup({ onCapture }));
    await click(document.querySelector('.zj-button-main'));
    expect(onCapture).toHaveBeenCalledOnce();
  });

  it('does not call an empty page clean, and still captures it', async () => {
    await draw(popup({ verdict: 'none', counts: { strong: 0, weak: 0 } }));
    expect(document.body.textContent).toContain('本页未发现疑似表述');
    expect(document.body.textContent).toContain('未发现不等于没有问题');
    expect(document.querySelector('.zj-button-main')?.textContent).toContain('仍要取证');
  });

  it('cannot capture where the browser lets no extension in', async () => {
    const onCapture = vi.fn();
    await draw(popup({ verdict: 'unreadable', host: null, onCapture }));
    await click(document.querySelector('.zj-button-main'));
    expect(onCapture).not.toHaveBeenCalled();
    expect(document.querySelector('[role=switch]')).toBeNull();
    expect(document.body.textContent).toContain('不适用');
  });

  it('switches the site on and off', async () => {
    const onToggleSite = vi.fn();
    await draw(popup({ verdict: 'off', onToggleSite }));
    const toggle = named('[role=switch]', '在此网站扫描');
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    await click(toggle);
    expect(onToggleSite).toHaveBeenCalledWith(true);
  });

  it('takes no second click while a capture runs', async () => {
    const onCapture = vi.fn();
    await draw(popup({ capturing: true, onCapture }));
    await click(document.querySelector('.zj-button-main'));
    expect(onCapture).not.toHaveBeenCalled();
  });

  const latest = (part = {}): PopupViewProps['latest'] => ({
    job: job(),
    cancelling: false,
    resumable: true,
    onCancel: nothing,
    onResume: nothing,
    onDiscard: nothing,
    onOpen: nothing,
    ...part,
  });

  it('keeps the panel shut while a capture runs, and shows how far it is', async () => {
    const [onOpenPanel, onCancel] = [vi.fn(), vi.fn()];
    await draw(popup({ capturing: true, onOpenPanel, latest: latest({ onCancel }) }));
    expect(document.body.textContent).toContain('第 3 步，共 5 步');
    await click([...document.querySelectorAll('button')].find((each) => each.textContent?.includes('打开面板')));
    expect(onOpenPanel).not.toHaveBeenCalled();
    await click(named('button', '取消取证'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('opens what was sealed, as its one main act', async () => {
    const onOpen = vi.fn();
    const sealed = job({ state: 'sealed', endedAt: at('14:32:07'), itemId: 'E20261123-0007' });
    await draw(popup({ latest: latest({ job: sealed, onOpen }) }));
    expect(document.body.textContent).toContain('14:32:07');
    expect([...document.querySelectorAll('.zj-button-filled')].map((each) => each.textContent)).toEqual(['打开证据']);
    await click(named('button', '打开证据'));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('says what was interrupted, and goes on with it only on the same document', async () => {
    const onResume = vi.fn();
    await draw(popup({ latest: latest({ job: INTERRUPTED, onResume }) }));
    await click(named('button', '继续取证'));
    expect(onResume).toHaveBeenCalledOnce();
    await draw(popup({ latest: latest({ job: INTERRUPTED, resumable: false }) }));
    expect(document.body.textContent).toContain('只能重新取证');
    expect(document.body.textContent).not.toContain('继续取证');
  });
});
