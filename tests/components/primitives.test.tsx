// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Field } from '../../components/ui/Field.tsx';
import { ICON_PATHS } from '../../components/ui/icon-paths.ts';
import { LevelMark } from '../../components/ui/LevelMark.tsx';
import { Menu } from '../../components/ui/Menu.tsx';
import { Segment } from '../../components/ui/Segment.tsx';
import { Tabs } from '../../components/ui/Tabs.tsx';
import { TextInput } from '../../components/ui/TextInput.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { click, draw, named, press } from './draw.ts';

const nothing = () => {};

afterEach(() => {
  vi.useRealTimers();
});

describe('Menu', () => {
  const items = (onSelect: () => void) => [
    { id: 'full', label: '整页', onSelect: nothing },
    { id: 'view', label: '仅当前画面', onSelect },
  ];

  it('opens on its first item, moves with arrows, picks, and gives focus back', async () => {
    const onSelect = vi.fn();
    await draw(
      <Menu label="取证方式" items={items(onSelect)}>
        v
      </Menu>,
    );
    const trigger = named('button', '取证方式');
    await click(trigger);
    expect(document.activeElement?.textContent).toBe('整页');
    await press('ArrowDown', {}, document.activeElement!);
    expect(document.activeElement?.textContent).toBe('仅当前画面');
    await click(document.activeElement);
    expect(onSelect).toHaveBeenCalledOnce();
    expect(document.querySelector('[role=menu]')).toBeNull();
    expect(document.activeElement).toBe(trigger);
  });

  it('closes on Esc without letting the page hear it', async () => {
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    await draw(
      <Menu label="取证方式" items={items(nothing)}>
        v
      </Menu>,
    );
    await click(named('button', '取证方式'));
    await press('Escape', {}, document.activeElement!);
    expect(document.querySelector('[role=menu]')).toBeNull();
    expect(heard).not.toHaveBeenCalled();
    document.body.removeEventListener('keydown', heard);
  });
});

describe('Segment and Tabs', () => {
  it('choose with the arrows and keep one stop for Tab', async () => {
    const onChange = vi.fn();
    await draw(
      <Segment
        label="画面"
        value="marked"
        onChange={onChange}
        options={[
          { value: 'marked', label: '标注' },
          { value: 'original', label: '原图' },
        ]}
      />,
    );
    const radios = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
    expect(radios.map((radio) => radio.tabIndex)).toEqual([0, -1]);
    await press('ArrowRight', {}, radios[0]!);
    expect(onChange).toHaveBeenCalledWith('original');
    expect(document.activeElement).toBe(radios[1]);
  });

  it('go round at the ends', async () => {
    const onSelect = vi.fn();
    await draw(
      <Tabs
        label="证据"
        current="a"
        onSelect={onSelect}
        tabs={[
          { id: 'a', label: '画面' },
          { id: 'b', label: '证书' },
        ]}
      />,
    );
    await press('ArrowLeft', {}, document.querySelector('[role=tab]')!);
    expect(onSelect).toHaveBeenCalledWith('b');
  });
});

describe('Field', () => {
  it('ties label and error to its control', async () => {
    await draw(
      <Field label="颁发日期" error="写法无法识别">
        {(control) => <TextInput {...control} value="" onInput={nothing} />}
      </Field>,
    );
    const input = document.querySelector('input')!;
    expect(document.querySelector('label')?.getAttribute('for')).toBe(input.id);
    expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toBe('写法无法识别');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('Toast', () => {
  it('goes after six seconds, an error stays', async () => {
    vi.useFakeTimers();
    const onClose = vi.fn();
    await draw(<Toast onClose={onClose}>已复制</Toast>);
    vi.advanceTimersByTime(6_000);
    expect(onClose).toHaveBeenCalledOnce();
    await draw(
      <Toast key="error" error onClose={onClose}>
        未能复制
      </Toast>,
    );
    vi.advanceTimersByTime(60_000);
    expect(onClose).toHaveBeenCalledOnce();
    await click(named('button', '关闭'));
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});

describe('LevelMark', () => {
  it('is spoken where no word follows it', async () => {
    await draw(<LevelMark kind="strong" named />);
    expect(named('[role=img]', '重点')).toBeTruthy();
  });
});

describe('icons', () => {
  it.each(Object.entries(ICON_PATHS))('%s stays on the 16-px grid', (_name, path) => {
    for (const [, x, y] of path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(16);
      expect(Number(y)).toBeGreaterThanOrEqual(0);
      expect(Number(y)).toBeLessThanOrEqual(16);
    }
  });
});
