// @vitest-environment happy-dom
import { createRef } from 'preact';
import { expect, it } from 'vitest';
import { LockedView } from '../../../components/library/LockedView.tsx';
import { TopBar } from '../../../components/library/TopBar.tsx';
import type { StoreLock } from '../../../components/settings/LockGroup.tsx';
import { click, draw, named } from '../draw.ts';

const bar = <TopBar section="items" query="" onQuery={() => {}} searchRef={createRef()} />;

it('leads past itself to the list, and to the first control where there is none', async () => {
  await draw(
    <>
      {bar}
      <main>
        <button type="button">甲</button>
        {/* biome-ignore lint/a11y/useSemanticElements: as the list of items is */}
        <div role="grid" tabIndex={0} />
      </main>
    </>,
  );
  await click(named('button', '跳到主要内容'));
  expect(document.activeElement?.getAttribute('role')).toBe('grid');
  await draw(
    <>
      {bar}
      <main>
        <button type="button">甲</button>
      </main>
    </>,
  );
  await click(named('button', '跳到主要内容'));
  expect(document.activeElement?.textContent).toBe('甲');
});

it('lets a person type at once where the library is locked', async () => {
  const lock = { state: 'locked', failure: null, busy: false, unlock: () => {} } as unknown as StoreLock;
  await draw(<LockedView lock={lock} count={3} />);
  expect(document.activeElement?.getAttribute('type')).toBe('password');
});
