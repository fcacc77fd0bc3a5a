// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ExposureDialog, type ExposurePicture } from '../../../components/cases/ExposureDialog.tsx';
import { draw } from '../draw.ts';

const picture = (itemId: string): ExposurePicture => ({
  ...{ itemId, blob: new Blob(['x']), width: 10, height: 10, places: [], unread: false, shown: false },
});

it('reads further pictures when they are asked for, and makes the sheet with all of them', async () => {
  const onMake = vi.fn();
  const given = { title: '公示', blanks: [], onMake, onClose: () => undefined };
  const onMore = async () => [picture('E20261123-0002')];
  await draw(<ExposureDialog {...given} pictures={[picture('E20261123-0001')]} left={1} onMore={onMore} />);
  const more = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('1 张'));
  await act(async () => more!.click());
  await act(() => void document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true })));
  const [, pictures] = onMake.mock.calls[0] as [unknown, ExposurePicture[]];
  expect(pictures.map(({ itemId }) => itemId)).toEqual(['E20261123-0001', 'E20261123-0002']);
});
