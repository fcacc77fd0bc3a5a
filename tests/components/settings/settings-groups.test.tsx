// @vitest-environment happy-dom
import { createRef } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { CalendarGroup } from '../../../components/settings/CalendarGroup.tsx';
import { CaptureGroup } from '../../../components/settings/CaptureGroup.tsx';
import { KeyGroup } from '../../../components/settings/KeyGroup.tsx';
import { LockGroup } from '../../../components/settings/LockGroup.tsx';
import { LockedSettings } from '../../../components/settings/Managed.tsx';
import { PapersGroup } from '../../../components/settings/PapersGroup.tsx';
import { PatrolGroup } from '../../../components/settings/PatrolGroup.tsx';
import { ScanGroup } from '../../../components/settings/ScanGroup.tsx';
import { SettingsGroup } from '../../../components/settings/SettingsGroup.tsx';
import { SettingsIndex } from '../../../components/settings/SettingsIndex.tsx';
import { StampGroup } from '../../../components/settings/StampGroup.tsx';
import type { ManagedSetting } from '../../../utils/store/managed-settings.ts';
import { DEFAULT_SETTINGS } from '../../../utils/store/settings.ts';
import { click, draw, named } from '../draw.ts';

const today = '2026-11-24';
const fingerprint = '0123456789abcdef'.repeat(4);

/** Types into the control of a label and leaves it. */
async function fill(label: string, text: string) {
  const of = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === label);
  const control = document.getElementById(of?.getAttribute('for') ?? '') as HTMLInputElement | null;
  if (!control) throw new Error(`no control is labelled ${label}`);
  await act(() => {
    control.value = text;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => void control.dispatchEvent(new Event('blur', { bubbles: true })));
}

describe('the index', () => {
  it('names each group as it stands on the page, also one that comes later, and leads to it', async () => {
    const page = createRef<HTMLDivElement>();
    const view = (titles: readonly string[]) => (
      <div>
        <SettingsIndex page={page} />
        <div ref={page}>
          {titles.map((title) => (
            <SettingsGroup key={title} title={title}>
              {null}
            </SettingsGroup>
          ))}
        </div>
      </div>
    );
    const body = await draw(view(['单位', '文书']));
    const names = () => [...body.querySelectorAll('nav button')].map((button) => button.textContent);
    expect(names()).toEqual(['单位', '文书']);
    await draw(view(['单位', '文书', '存储空间']));
    expect(names()).toEqual(['单位', '文书', '存储空间']);
    const scrolled = vi.fn();
    body.querySelectorAll('section')[1]!.scrollIntoView = scrolled;
    await click(named('nav button', '文书'));
    expect(scrolled).toHaveBeenCalled();
  });
});

describe('the sites that are not scanned', () => {
  it('stay as typed while a setting changes in another window, and are taken over when the field is left', async () => {
    const onSettings = vi.fn();
    const view = (office: string) => <ScanGroup settings={{ ...DEFAULT_SETTINGS, office }} {...{ onSettings }} />;
    const body = await draw(view('甲局'));
    const field = body.querySelector('textarea')!;
    await act(() => {
      field.value = 'https://Shop.example/item';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await draw(view('乙局'));
    expect(field.value).toBe('https://Shop.example/item');
    await act(() => void field.dispatchEvent(new Event('blur', { bubbles: true })));
    expect(onSettings.mock.lastCall).toEqual([{ disabledSites: ['shop.example'] }]);
  });
});

describe('the passphrase', () => {
  it('says what failed also where no form stands: that another window was first', async () => {
    const failure = '库口令刚刚由另一个窗口更改';
    const acts = { set: vi.fn(), change: vi.fn(), remove: vi.fn(), unlock: vi.fn(), lock: vi.fn(), stop: vi.fn() };
    const lock = { state: 'open' as const, plain: 0, busy: false, work: null, failure, encryptRest: vi.fn(), ...acts };
    const body = await draw(<LockGroup lock={lock} idleMinutes={30} onIdleMinutes={vi.fn()} />);
    expect(body.querySelector('[role=alert]')?.textContent).toContain(failure);
    await click(named('button', '更换口令'));
    expect(body.textContent?.split(failure)).toHaveLength(2);
  });
});

describe('the signing keys', () => {
  const keys = (onSettings: () => void, trustedKeys = DEFAULT_SETTINGS.trustedKeys) => (
    <KeyGroup
      settings={{ ...DEFAULT_SETTINGS, trustedKeys }}
      keyFingerprint={'f'.repeat(64)}
      {...{ today, onSettings }}
      onExportKey={vi.fn()}
      onCopy={vi.fn()}
    />
  );

  it('take a colleague’s fingerprint in any writing, and say what is wrong with another', async () => {
    const onSettings = vi.fn();
    const body = await draw(keys(onSettings));
    await fill('指纹（64 位）', '1234');
    await click(named('button', '登记'));
    expect(body.textContent).toContain('应为 64 位十六进制数字');
    await fill('指纹（64 位）', 'F'.repeat(64));
    expect(body.textContent).toContain('这个指纹已在名单中');
    await fill('指纹（64 位）', fingerprint.toUpperCase().replace(/(..)/g, '$1 '));
    await fill('密钥属于（单位、人员）', '某某区局');
    await click(named('button', '登记'));
    expect(onSettings).toHaveBeenCalledWith({ trustedKeys: [{ fingerprint, holder: '某某区局', addedOn: today }] });
  });

  it('are taken off the list again', async () => {
    const onSettings = vi.fn();
    await draw(keys(onSettings, [{ fingerprint, holder: '某某区局', addedOn: today }]));
    await click(named('button', '移除 某某区局 的密钥'));
    expect(onSettings).toHaveBeenCalledWith({ trustedKeys: [] });
  });
});

describe('the papers', () => {
  const papers = {
    today,
    paperCounts: { 'extraction-record': 6 },
    onPaperCount: vi.fn(),
    onChooseTemplate: vi.fn(),
    onRemoveTemplate: vi.fn(),
    templateProblems: {},
    templates: {},
  };

  it('show how the next one is numbered, and that a pattern needs the counter', async () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      papers: { 'extraction-record': { title: '', numberPattern: '〔{年}〕{号3}号' } },
    };
    const body = await draw(<PapersGroup {...papers} settings={settings} onSettings={vi.fn()} />);
    expect(body.textContent).toContain('下一份写作：〔2026〕007号');
    const wrong = { ...DEFAULT_SETTINGS, papers: { 'transfer-letter': { title: '', numberPattern: '〔{年}〕' } } };
    await draw(<PapersGroup {...papers} settings={wrong} onSettings={vi.fn()} />);
    expect(body.textContent).toContain('须含 {号}');
  });

  it('go on after a later number, and not back', async () => {
    const onPaperCount = vi.fn();
    const body = await draw(
      <PapersGroup {...papers} onPaperCount={onPaperCount} settings={DEFAULT_SETTINGS} onSettings={vi.fn()} />,
    );
    await fill('当年已用到', '3');
    expect(body.textContent).toContain('不能小于已用的 6');
    await fill('当年已用到', '41');
    expect(onPaperCount).toHaveBeenCalledExactlyOnceWith('extraction-record', 41);
  });

  it('name unknown placeholders of a template, and why another was refused', async () => {
    const template = {
      name: '本局.docx',
      sha256: 'e'.repeat(64),
      size: 9,
      addedOn: today,
      known: ['文号'],
      unknown: ['局长'],
    };
    const body = await draw(
      <PapersGroup
        {...papers}
        settings={DEFAULT_SETTINGS}
        onSettings={vi.fn()}
        templates={{ 'extraction-record': template }}
        templateProblems={{ 'transfer-letter': '模板带有宏' }}
      />,
    );
    expect(body.textContent).toContain('{{局长}}');
    expect(body.textContent).toContain('e'.repeat(64));
    expect(body.textContent).toContain('模板带有宏');
    expect(body.querySelectorAll('.zj-template-fields dt').length).toBeGreaterThan(40);
  });
});

describe('the working calendar', () => {
  it('keeps a corrected year as the office’s own, and goes back to the published one', async () => {
    const onSettings = vi.fn();
    await draw(<CalendarGroup settings={DEFAULT_SETTINGS} {...{ today, onSettings }} />);
    await fill('调休上班', '2026年1月4日\n2026-02-14');
    const { calendar } = onSettings.mock.calls[0]![0];
    expect(calendar).toMatchObject([{ year: 2026, workedWeekends: ['2026-01-04', '2026-02-14'] }]);
    await draw(<CalendarGroup settings={{ ...DEFAULT_SETTINGS, calendar }} {...{ today, onSettings }} />);
    await click(named('button', '删除本单位填写的内容'));
    expect(onSettings).toHaveBeenLastCalledWith({ calendar: [] });
    await click(named('button', '添加 2027 年'));
    expect(onSettings.mock.lastCall![0].calendar).toMatchObject([{ year: 2026 }, { year: 2027, daysOff: [] }]);
  });

  it('takes nothing over that is no date', async () => {
    const onSettings = vi.fn();
    const body = await draw(<CalendarGroup settings={DEFAULT_SETTINGS} {...{ today, onSettings }} />);
    await fill('放假', '国庆节');
    expect(onSettings).not.toHaveBeenCalled();
    expect(body.textContent).toContain('不是日期或日期段：国庆节');
  });
});

describe('the time-stamp queue', () => {
  const waiting = [
    { id: 'E20261123-0001', sealedAt: '2026-11-23T02:00:00.000Z', reason: '时间戳服务拒绝了请求，没有加盖时间戳。' },
    { id: 'E20261123-0002', sealedAt: '2026-11-23T03:00:00.000Z', reason: null },
  ];

  it('says how many wait and why, and tries on demand once a service is set', async () => {
    const retry = vi.fn();
    const stamps = { waiting, lastRun: '2026-11-23T02:30:00.000Z', progress: null, retry };
    const body = await draw(<StampGroup settings={DEFAULT_SETTINGS} onSettings={vi.fn()} stamps={stamps} />);
    expect(body.textContent).toContain('2 份证据未加盖时间戳');
    expect(body.textContent).toContain('未设置时间戳服务');
    expect((named('button', '立即补盖') as HTMLButtonElement).disabled).toBe(true);
    const settings = { ...DEFAULT_SETTINGS, timestampUrl: 'https://tsa.example/' };
    await draw(<StampGroup settings={settings} onSettings={vi.fn()} stamps={stamps} />);
    expect(body.textContent).toContain('时间戳服务拒绝了请求');
    expect(body.textContent).toContain('上次尝试之后封存');
    await click(named('button', '立即补盖'));
    expect(retry).toHaveBeenCalled();
  });
});

describe('patrols and re-checks', () => {
  it('sets after how many days a sealed page is due again, within bounds', async () => {
    const onSettings = vi.fn();
    await draw(<PatrolGroup settings={DEFAULT_SETTINGS} onSettings={onSettings} />);
    await fill('复查间隔（天）', '14');
    expect(onSettings).toHaveBeenLastCalledWith({ recheckDays: 14 });
    await fill('复查间隔（天）', '0');
    expect(onSettings).toHaveBeenLastCalledWith({ recheckDays: 1 });
  });
});

describe('what the administrator fixed', () => {
  const view = (locked: readonly ManagedSetting[]) => (
    <LockedSettings.Provider value={locked}>
      <CaptureGroup
        settings={DEFAULT_SETTINGS}
        onSettings={vi.fn()}
        listsExtensions={false}
        onListExtensions={vi.fn()}
      />
    </LockedSettings.Provider>
  );

  it('cannot be used and says why; the rest can', async () => {
    const body = await draw(view(['replayCopy']));
    expect(body.querySelectorAll('fieldset:disabled')).toHaveLength(1);
    expect(body.querySelector('fieldset')?.textContent).toMatch(/^\s*由单位统一设置/);
    expect(body.querySelectorAll('fieldset [role=switch]')).toHaveLength(1);
    await draw(view([]));
    expect(body.textContent).not.toContain('由单位统一设置');
  });
});
