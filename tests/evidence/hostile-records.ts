import type { Artefact, EvidenceRecord } from '../../utils/evidence/record.ts';
import { sampleRecord } from './sample-record.ts';

const rect = { x: 10, y: 20, width: 30, height: 40 };

/** A record with every member that one can have. */
export function wholeRecord(id: string, artefacts: readonly Artefact[]): EvidenceRecord {
  const plain = sampleRecord(id, artefacts);
  const [finding] = plain.findings;
  const [certificate] = plain.certificates;
  return {
    ...plain,
    artefacts: artefacts.map((artefact, index) => ({
      ...artefact,
      ...(index === 0 ? { derivedFrom: ['text.txt'], region: { ...rect, scale: 1 } } : {}),
      ...(index === 0 ? { places: [{ findingId: 'f1', ...rect }] } : {}),
    })),
    findings: [
      {
        ...finding!,
        reason: '警惕',
        rect,
        picture: { url: 'https://shop.example.cn/a.png', width: 800, height: 600, box: rect },
      },
    ],
    certificates: [
      {
        ...certificate!,
        fields: { certificateNumber: { value: 'HX2026-118', raw: 'HX2026-118', start: 3, confidence: 0.9, box: rect } },
        further: [{ item: 'holder', shown: false }],
        problems: [
          {
            code: 'expired',
            detail: '有效期至 2025-01-01',
            compared: [{ label: 'validUntil', value: '2025-01-01' }],
            weight: 'doubt',
          },
        ],
        codes: [{ format: 'QRCode', text: 'https://cx.example.cn/', host: 'cx.example.cn', official: false }],
        corrections: { holder: '某某公司' },
        registerChecks: [
          {
            field: 'issuingBody',
            name: '某某检测中心',
            listed: true,
            lists: [
              {
                kind: 'certification-body',
                source: '局网站',
                name: '机构名录',
                date: '2026-11-01',
                sha256: 'a'.repeat(64),
                rows: 12,
              },
            ],
            names: ['某某检测中心'],
          },
        ],
        pictureUrl: 'https://shop.example.cn/a.png',
        pictureSize: { width: 800, height: 600 },
        rect,
      },
    ],
    follows: { id: 'E20261101-0001', sha256: 'b'.repeat(64) },
  };
}

/** One member of a record made into something else. */
export interface Mutation {
  /** Where, and what stands there now: `page.url = 7`, `certificates.0.problems.0.compared absent`. */
  name: string;
  apply: (record: EvidenceRecord) => EvidenceRecord;
}

type Path = readonly (string | number)[];

/** Every member and every first entry of a list, from the outside in. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  const below = Array.isArray(value)
    ? value.slice(0, 1).flatMap((entry) => pathsOf(entry, [...path, 0]))
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]))
      : [];
  return [...(path.length ? [path] : []), ...below];
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value);

function changed(record: EvidenceRecord, path: Path, change: (owner: Record<string | number, unknown>) => void) {
  const copy = structuredClone(record) as unknown;
  change(at(copy, path.slice(0, -1)) as Record<string | number, unknown>);
  return copy as EvidenceRecord;
}

const EVIL_TEXTS = [
  '',
  'Evil/Zone',
  'constructor',
  '__proto__',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
  '长'.repeat(20_000),
  '\u202Egnp.exe',
];
const EVIL_NUMBERS = [-1, 0, 0.5, 1e9, Number.MAX_SAFE_INTEGER, 1e300];

function evilOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return EVIL_TEXTS;
  if (typeof value === 'number') return EVIL_NUMBERS;
  if (Array.isArray(value)) return [[], [null], [[]], Array.from({ length: 300 }, () => value[0] ?? '')];
  if (typeof value === 'boolean') return [1];
  return [{}, { toString: 1, valueOf: null }];
}

const wrongOf = (value: unknown): readonly unknown[] =>
  [null, 7, '7', true, [], {}].filter(
    (other) => typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value),
  );

/**
 * Each member of the record absent, of each wrong type, and extreme. The number of the item stays, since it is where the item is
 * kept.
 */
export function mutationsOf(record: EvidenceRecord): Mutation[] {
  return pathsOf(record)
    .filter(([first]) => first !== 'id')
    .flatMap((path) => {
      const name = path.join('.');
      const last = path.at(-1)!;
      const value = at(record, path);
      const set = (other: unknown): Mutation => ({
        name: `${name} = ${JSON.stringify(other).slice(0, 60)}`,
        apply: (from) =>
          changed(from, path, (owner) => {
            owner[last] = other;
          }),
      });
      const absent: Mutation = {
        name: `${name} absent`,
        apply: (from) =>
          changed(from, path, (owner) =>
            Array.isArray(owner) ? void owner.splice(Number(last), 1) : delete owner[last],
          ),
      };
      return [absent, ...wrongOf(value).map(set), ...evilOf(value).map(set)];
    });
}
