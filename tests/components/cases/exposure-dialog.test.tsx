// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { ExposureDialog, type ExposurePicture } from '../../../components/cases/ExposureDialog.tsx';

afterEach(() => render(null, document.body));

const picture = (itemId: string): ExposurePicture => ({
  ...{ itemId, blob: new Blob(['x']), width: 10, height: 10, places: [], unread: false, shown: true },
});

it('reads further pictures when they are asked for, and makes the sheet with all of them', async () => {
  const onMake = vi.fn();
  const given = { title: '公示', blanks: [], onMake, onClose: () => undefined };
  const draw = (left: number) =>
    act(() =>
      render(
        <ExposureDialog
          {...given}
          pictures={[picture('E20261123-0001')]}
          left={left}
          onMore={async () => [picture('E20261123-0002')]}
        />,
        document.body,
      ),
    );
  await draw(1);
  const buttons = () => [...document.querySelectorAll('button')];
  const more = buttons().find(({ textContent }) => textContent?.includes('1 张'));
  await act(async () => more!.click());
  await draw(0);
  expect(buttons().some(({ textContent }) => textContent?.includes('1 张'))).toBe(false);
  await act(() => void document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true })));
  const [, pictures] = onMake.mock.calls[0] as [unknown, ExposurePicture[]];
  expect(pictures.map(({ itemId }) => itemId)).toEqual(['E20261123-0001', 'E20261123-0002']);
});
