// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { FindingsTab } from '../../../components/item/FindingsTab.tsx';
import { explain } from '../../gallery/fixtures.ts';
import { click, draw } from '../draw.ts';
import { sampleItem } from '../library/sample-items.ts';

it('keeps a row low, its basis folded under the article, and leads from each finding to its place in the picture', async () => {
  const onPicture = vi.fn();
  const nothing = () => {};
  await draw(
    <FindingsTab
      item={sampleItem()}
      addenda={[]}
      explain={explain}
      onDismiss={nothing}
      onPicture={onPicture}
      onCheckDuties={nothing}
    />,
  );
  const rows = [...document.querySelectorAll('.zj-table tbody tr')];
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => row.querySelector('details')?.open === false)).toBe(true);
  expect(rows[1]!.querySelector('summary')?.textContent).toContain('《认证认可条例》第六十一条');
  const show = [...rows[1]!.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('在画面中看'));
  await click(show);
  expect(onPicture).toHaveBeenCalledExactlyOnceWith('f2');
});
