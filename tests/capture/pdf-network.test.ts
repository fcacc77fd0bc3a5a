import { expect, it } from 'vitest';
import { compareAnswers } from '../../utils/capture/network/pdf-network.ts';

const answer = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => ({ name, value }));

it('tells what two answers of one address have in common, and says nothing of what only one has', () => {
  const tab = answer({ ETag: '"a1"', 'Content-Length': '4000', 'Last-Modified': 'Mon, 02 Nov 2026 08:00:00 GMT' });
  expect(compareAnswers(tab, answer({ etag: '"a1"', 'content-length': '4100' }))).toEqual({
    same: ['etag'],
    different: ['content-length'],
  });
  expect(compareAnswers([], tab)).toEqual({ same: [], different: [] });
});
