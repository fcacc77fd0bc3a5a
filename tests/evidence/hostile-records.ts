import type { Certificate } from '../../utils/certificate/certificate.ts';
import type { Artefact, EvidenceRecord, FrozenExplanation } from '../../utils/evidence/record.ts';
import type { Finding } from '../../utils/scan/finding.ts';
import { sampleRecord } from './sample-record.ts';

const rect = { x: 10, y: 20, width: 30, height: 40 };
const ADDRESS = 'https://shop.example.cn/a.png';

const EXPLANATION: FrozenExplanation = {
  ruleId: 'fake-certification/same-day',
  message: '认证需要时间',
  exceptions: '受理当天',
  advice: '查认证记录',
  source: '通告',
  legalBasis: [{ law: '《认证认可条例》', article: '第六十一条', version: '2023', text: '一段' }],
};

/** {@link wholeRecord} has each of these: a member that comes to a record in time is wanted by its type. */
type Whole = Required<Omit<EvidenceRecord, 'external' | 'practice'>> & {
  findings: readonly Required<Finding>[];
  certificates: readonly Required<Certificate>[];
};

/** A record of a page with every member that one can have. */
export function wholeRecord(id: string, artefacts: readonly Artefact[]): EvidenceRecord {
  const plain = sampleRecord(id, artefacts);
  const whole: Whole = {
    ...plain,
    attendedSince: '2026-11-23T02:10:00.000Z',
    artefacts: artefacts.map((artefact, index): Artefact => {
      const all: Required<Artefact> = {
        ...artefact,
        derivedFrom: ['text.txt'],
        region: { ...rect, scale: 1 },
        part: 1,
        places: [{ findingId: 'f1', ...rect }],
      };
      return index === 0 ? all : artefact;
    }),
    findings: [
      {
        ...plain.findings[0]!,
        reason: '警惕',
        signs: [{ id: 'offer', name: '提供服务', words: '当天出证', against: true }],
        evasions: ['separator'],
        legalBasis: [
          { law: 'certification-regulation', article: '第六十一条', from: '2023-07-20', until: '2029-01-01' },
        ],
        rect,
        picture: { url: ADDRESS, width: 800, height: 600, box: rect },
      },
    ],
    dismissed: ['f1'],
    pageKind: 'agency',
    weight: 'strong',
    pageSigns: [{ id: 'price-list', name: '价目', words: ['每张 300 元'] }],
    party: [
      { fact: 'creditCode', value: '91350100M000100Y43', before: '统一社会信用代码：', after: '', checked: 'fits' },
    ],
    explanations: [EXPLANATION],
    certificates: [
      {
        ...plain.certificates[0]!,
        fields: {
          certificateNumber: {
            ...{ value: 'HX2026-118', raw: 'HX2026-118', start: 3, confidence: 0.9, doubtful: true, mended: true },
            box: rect,
          },
        },
        missingReasons: { issuingBody: 'masked' },
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
        struckOff: false,
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
        pictureUrl: ADDRESS,
        pictureSize: { width: 800, height: 600 },
        rect,
      },
    ],
    follows: { id: 'E20261101-0001', sha256: 'b'.repeat(64) },
    logHead: { sequence: 12, sha256: 'c'.repeat(64) },
  };
  return whole;
}

/** A picture from elsewhere, with all that an officer can state of it. */
export function wholePicture(id: string, artefacts: readonly Artefact[]): EvidenceRecord {
  const picture = artefacts.map((artefact, index) => ({
    ...artefact,
    ...(index === 0 ? { role: 'external-picture' as const } : { role: 'thumbnail' as const }),
  }));
  return {
    ...wholeRecord(id, picture),
    schema: 2,
    method: 'external',
    external: {
      manner: 'screenshot',
      where: '某某直播间',
      when: '2026-11-23T10:15',
      from: '投诉人李某',
      note: '直播中展示',
      fileName: 'IMG_0001.jpg',
      fileModifiedAt: '2026-11-23T02:20:00.000Z',
    },
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
