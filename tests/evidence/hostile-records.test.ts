import { describe, expect, it } from 'vitest';
import { PARTY_FACTS } from '../../rules/party-facts.ts';
import { writeReport } from '../../utils/bundle/report.ts';
import { countStatistics } from '../../utils/casework/count-statistics.ts';
import { type ItemSummary, summariseItems } from '../../utils/casework/item-summary.ts';
import { paperFiles } from '../../utils/documents/paper-files.ts';
import { PAPER_KINDS } from '../../utils/documents/paper-kinds.ts';
import { summaryTable } from '../../utils/documents/summary-table.ts';
import { canonicalJson } from '../../utils/evidence/canonical-json.ts';
import type { EvidenceItem, EvidenceRecord } from '../../utils/evidence/record.ts';
import { isEvidenceRecord } from '../../utils/evidence/record-schema.ts';
import { mutationsOf, wholePicture, wholeRecord } from './hostile-records.ts';

const ARTEFACT = {
  name: 'screenshot/tile-0001.png',
  role: 'tile' as const,
  mediaType: 'image/png',
  size: 1,
  sha256: 'c'.repeat(64),
  sm3: 'd'.repeat(64),
  capturedAt: '2026-11-23T02:15:05.000Z',
  method: '测试',
};
const WHOLE = wholeRecord('E20261123-0001', [ARTEFACT]);
const PICTURE = wholePicture('E20261123-0001', [ARTEFACT]);

/** Each record with one member made into something else: of a picture only what a page does not have. */
const MUTATED = [
  ...mutationsOf(WHOLE).map(({ name, apply }) => ({ name, record: apply(WHOLE) })),
  ...mutationsOf(PICTURE)
    .filter(({ name }) => name.startsWith('external'))
    .map(({ name, apply }) => ({ name, record: apply(PICTURE) })),
];
const RECKONING = { today: '2026-11-30' };

const itemOf = (record: EvidenceRecord): EvidenceItem => ({
  id: 'E20261123-0001',
  record,
  digest: { sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) },
  status: 'pending',
  health: { checkedAt: '2026-11-23T02:15:09.871Z', damaged: [] },
  dismissed: [],
});
const change = (path: string, value: unknown) =>
  mutationsOf(WHOLE)
    .find(({ name }) => name.startsWith(`${path} = ${JSON.stringify(value)}`))!
    .apply(WHOLE);

/** As a file brings it: what JSON cannot carry does not arrive. */
const brought = (record: EvidenceRecord) => JSON.parse(canonicalJson(record)) as EvidenceRecord;

describe('a record from elsewhere', () => {
  it('is taken whole, with every member it can have', () => {
    expect(isEvidenceRecord(WHOLE)).toBe(true);
    expect(isEvidenceRecord(PICTURE)).toBe(true);
  });

  it('is taken with every fact that a page says of its party', () => {
    const party = PARTY_FACTS.map((fact) => ({ fact, value: '某某', before: '', after: '' }));
    expect(isEvidenceRecord({ ...WHOLE, party })).toBe(true);
    expect(isEvidenceRecord({ ...WHOLE, party: [{ ...party[0], fact: 'constructor' }] })).toBe(false);
  });

  it.each([
    ['startedAt', '0000-01-01T00:00:00.000Z'],
    ['startedAt', '9999-12-31T23:59:59.999Z'],
    ['artefacts.0.region', 7],
    ['certificates.0.problems.0.compared', 7],
    ['artefacts.0.role', 'constructor'],
    ['timeZone', '\u202Egnp.exe'],
  ])('is refused with %s of %j', (path, value) => {
    expect(isEvidenceRecord(change(path, value))).toBe(false);
  });

  it('is refused with problems that compare nothing, and with two files of one name', () => {
    const [absent] = mutationsOf(WHOLE).filter(({ name }) => name === 'certificates.0.problems.0.compared absent');
    expect(isEvidenceRecord(absent!.apply(WHOLE))).toBe(false);
    expect(isEvidenceRecord({ ...WHOLE, artefacts: [ARTEFACT, ARTEFACT] })).toBe(false);
  });

  it('may name a zone that this browser does not know: its days are those of UTC', () => {
    const record = change('timeZone', 'Evil/Zone');
    expect(isEvidenceRecord(record)).toBe(true);
    expect(summariseItems([itemOf(record)], new Map(), RECKONING)).toMatchObject([{ date: '2026-11-23' }]);
  });

  it('of whatever kind is refused, or listed, counted, reported and put into papers', {
    timeout: 120_000,
  }, async () => {
    const failures: string[] = [];
    let taken = 0;
    for (const { name, record: mutated } of MUTATED) {
      const record = brought(mutated);
      if (!isEvidenceRecord(record)) continue;
      taken += 1;
      const item = itemOf(record);
      try {
        const rows = summariseItems([item], new Map(), RECKONING);
        if (rows[0]!.unreadable) throw new Error('no row');
        countStatistics(rows);
        await writeReport({
          ...{ items: [item], lines: [], head: { sequence: 0, sha256: '0'.repeat(64) }, rules: [] },
          ...{ addenda: new Map(), damaged: [], now: new Date(0), keyFingerprint: '' },
        });
        await summaryTable([item], []);
        const plans = PAPER_KINDS.map((kind) => ({ kind, number: '', title: '', formats: ['html'] as const }));
        await paperFiles({ items: [item], office: { name: '', officers: [] }, today: '2026-11-30', plans });
      } catch (error) {
        failures.push(`${name}: ${error}`);
      }
    }
    expect(failures).toEqual([]);
    expect(taken).toBeGreaterThan(300);
  });

  it('that an earlier version let in costs its own row, never the list nor a label', { timeout: 120_000 }, () => {
    const failures: string[] = [];
    const whole = itemOf(WHOLE);
    for (const { name, record } of MUTATED) {
      const rows = summariseItems([itemOf(record), whole], new Map(), RECKONING);
      if (rows.length !== 2 || rows[1]!.unreadable) failures.push(`${name}: another row suffers`);
      const [{ title, url, host, rules, problems, phrases, certificateNumbers }] = rows as [ItemSummary, ItemSummary];
      const labels = [
        title,
        url,
        host,
        ...rules.map((rule) => rule.name),
        ...problems,
        ...phrases,
        ...certificateNumbers,
      ];
      if (labels.some((label) => typeof label !== 'string')) failures.push(`${name}: a label that is no text`);
    }
    expect(failures).toEqual([]);
  });
});
