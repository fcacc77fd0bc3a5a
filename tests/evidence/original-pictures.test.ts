import { expect, it } from 'vitest';
import { originalPictures } from '../../utils/evidence/original-pictures.ts';
import type { Artefact, ArtefactRole } from '../../utils/evidence/record.ts';

const picture = (name: string, role: ArtefactRole, y: number, part?: number): Artefact => ({
  name,
  role,
  mediaType: 'image/png',
  size: 1,
  sha256: '0'.repeat(64),
  sm3: '0'.repeat(64),
  capturedAt: '2026-11-23T06:32:07.000Z',
  method: '截取',
  region: { x: 0, y, width: 800, height: 600, scale: 1 },
  ...(part === undefined ? {} : { part }),
});

const names = (artefacts: readonly Artefact[]) => originalPictures(artefacts).map(({ name }) => name);

it('shows the page first, then each part by what was put together of it', () => {
  const artefacts = [
    picture('part-2', 'stitched', 0, 2),
    picture('part-2-window', 'tile', 0, 2),
    picture('page-2', 'tile', 560),
    picture('part-1', 'stitched', 0, 1),
    picture('page-1', 'tile', 0),
  ];
  expect(names(artefacts)).toEqual(['page-1', 'page-2', 'part-1', 'part-2']);
});

it('shows the windows of a part of which nothing was put together', () => {
  expect(names([picture('page', 'tile', 0), picture('window', 'tile', 0, 1)])).toEqual(['page', 'window']);
});

it('shows what was put together of the one part that an earlier version captured alone', () => {
  expect(names([picture('window', 'tile', 0), picture('content', 'stitched', 0)])).toEqual(['content']);
});
