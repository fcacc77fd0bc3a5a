import { describe, expect, it } from 'vitest';
import {
  compareCertificates,
  compareFindings,
  compareText,
  type TextChange,
} from '../../utils/evidence/compare-captures.ts';
import { otherCaptures, pageAddress } from '../../utils/evidence/same-address.ts';
import { sampleCertificate, sampleFinding, sampleItem } from '../components/library/sample-items.ts';

const sameDay = sampleFinding('fake-certification/same-day', 1);
const guaranteed = sampleFinding('false-promise/guaranteed', 2);

describe('findings of two captures', () => {
  it('are told apart by rule, disposition and words, wherever they stand', () => {
    const moved = { ...sameDay, id: 'x', position: 90, matchedText: '当 天出证' };
    expect(compareFindings([sameDay, guaranteed], [moved])).toEqual({ gone: [guaranteed], stayed: [moved], added: [] });
    const cited = { ...sameDay, disposition: 'cited' as const };
    expect(compareFindings([sameDay], [cited])).toEqual({ gone: [sameDay], stayed: [], added: [cited] });
  });

  it('count as often as they stand there', () => {
    const again = { ...sameDay, id: 'again' };
    const { gone, stayed } = compareFindings([sameDay, again], [sameDay]);
    expect([gone.length, stayed.length]).toEqual([1, 1]);
  });
});

describe('certificates of two captures', () => {
  it('are the same by their number, and say which fields changed', () => {
    const before = sampleCertificate();
    const { issueDate: _gone, ...rest } = before.fields;
    const after = sampleCertificate({
      id: 'other',
      fields: {
        ...rest,
        productName: { value: '保温壶', raw: '保温壶' },
        modelSpec: { value: '500 ml', raw: '500 ml' },
      },
    });
    expect(compareCertificates([before], [after])).toEqual([
      {
        state: 'stayed',
        certificate: after,
        fields: [
          { field: 'productName', before: '不锈钢保温杯', after: '保温壶' },
          { field: 'issueDate', before: '2024-03-15' },
          { field: 'modelSpec', after: '500 ml' },
        ],
      },
    ]);
  });

  it('come and go', () => {
    const other = sampleCertificate({ fields: { certificateNumber: { value: 'ZZ-1', raw: 'ZZ-1' } } });
    expect(compareCertificates([sampleCertificate()], [other]).map(({ state }) => state)).toEqual(['gone', 'added']);
  });
});

describe('the text of two captures', () => {
  it('is compared line by line, blanks aside', () => {
    const changes = compareText('标题\n\n  当天出证 \n电话 1\n', '标题\n电话 1\n按规定时限办理\n');
    expect(changes).toEqual([
      { state: 'stayed', lines: ['标题'] },
      { state: 'gone', lines: ['当天出证'] },
      { state: 'stayed', lines: ['电话 1'] },
      { state: 'added', lines: ['按规定时限办理'] },
    ] satisfies TextChange[]);
  });

  it('is given up when nothing of a long page is left', () => {
    const page = (word: string) => Array.from({ length: 4000 }, (_, line) => `${word} ${line}`).join('\n');
    expect(compareText(page('旧'), page('新'))).toBeNull();
  });
});

describe('captures of one address', () => {
  const at = (id: string, url: string, startedAt: string) =>
    sampleItem({ id, startedAt, page: { ...sampleItem().record.page, url } });

  it('are those that differ only behind #, oldest first', () => {
    const items = [
      at('E20261123-0003', 'https://a.example/p?id=1#top', '2026-11-23T03:00:00.000Z'),
      at('E20261123-0002', 'https://a.example/p?id=2', '2026-11-23T02:00:00.000Z'),
      at('E20261123-0001', 'https://a.example/p?id=1', '2026-11-23T01:00:00.000Z'),
    ];
    const item = at('E20261124-0001', 'https://a.example/p?id=1#reviews', '2026-11-24T01:00:00.000Z');
    expect(otherCaptures([...items, item], item).map(({ id }) => id)).toEqual(['E20261123-0001', 'E20261123-0003']);
    expect(pageAddress('https://a.example/#a#b')).toBe('https://a.example/');
  });
});
