// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../utils/bundle/html.ts';
import { writeReport } from '../../utils/bundle/report.ts';
import { REPORT_STYLE } from '../../utils/bundle/report-style.ts';
import type { EvidenceItem, EvidenceRecord } from '../../utils/evidence/record.ts';
import { sampleRecord } from '../evidence/sample-record.ts';

const digests = { sha256: 'b'.repeat(64), sm3: 'c'.repeat(64) };
const artefact = (name: string) =>
  ({
    name,
    role: 'tile',
    mediaType: 'image/png',
    size: 7,
    capturedAt: '2026-11-23T02:15:05.000Z',
    method: '分块',
    ...digests,
  }) as const;

function itemOf(record: EvidenceRecord): EvidenceItem {
  const health = { checkedAt: record.sealedAt, damaged: [] };
  return { id: record.id, record, digest: digests, status: 'pending', health, dismissed: [] };
}

async function reportOf(record: EvidenceRecord, detail = '封存'): Promise<Document> {
  const line = {
    sequence: 1,
    previous: '0'.repeat(64),
    at: record.sealedAt,
    act: 'captured',
    itemId: record.id,
    person: '张三',
    detail,
  } as const;
  const html = await writeReport({
    items: [itemOf(record)],
    lines: [line],
    head: { sequence: 1, sha256: 'd'.repeat(64) },
    now: new Date('2026-11-23T02:20:00Z'),
    keyFingerprint: 'e'.repeat(64),
  });
  return new DOMParser().parseFromString(html, 'text/html');
}

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><svg onload=alert(1)>',
  '<!--><b>',
  'javascript:alert(1)',
  '\u202Eevil\u2066\u0000\u0008',
  '&lt;script&gt;',
  ']]><![CDATA[',
];

describe('the address of a page in the report', () => {
  const factOf = async (record: EvidenceRecord, label: string) =>
    [...(await reportOf(record)).querySelectorAll('.facts tr')]
      .find((row) => row.querySelector('th')?.textContent === label)
      ?.querySelector('td')?.textContent;

  it('stands beside where the page was loaded from, where its scripts changed it', async () => {
    const record = sampleRecord('E20261123-0001', []);
    const loadedFrom = 'https://shop.example/loaded';
    expect(await factOf({ ...record, page: { ...record.page, loadedFrom } }, '载入自')).toContain(loadedFrom);
    expect(await factOf(record, '载入自')).toBeUndefined();
  });
});

describe('the office’s lists in the report', () => {
  const lists = [
    {
      kind: 'certification-body',
      name: '<b>名录</b>',
      date: '2026-11-01',
      source: '',
      sha256: 'a'.repeat(64),
      rows: 2,
    },
  ] as const;

  it('stand with a body that was found in them, date and digest included', async () => {
    const record = sampleRecord('E20261123-0001', []);
    const check = { field: 'issuingBody', name: '某某认证', listed: true, lists, names: ['某某认证有限公司'] } as const;
    const certificates = [{ ...record.certificates[0]!, registerChecks: [check] }];
    const page = await reportOf({ ...record, certificates });
    const row = [...page.querySelectorAll('tr')].find((each) => each.textContent?.startsWith('名录核对'));
    expect(row?.textContent).toContain('名录中见到“某某认证”，所列名称“某某认证有限公司”');
    expect(row?.textContent).toContain(`《<b>名录</b>》（2026-11-01），2 行，文件 SHA-256 ${'a'.repeat(64)}`);
    expect(row?.querySelector('b')).toBeNull();
  });
});

describe('the report', () => {
  it('shows record, findings, certificates with what is missing, files, log and what is not proved', async () => {
    const { body } = await reportOf(sampleRecord('E20261123-0001', [artefact('screenshot/tile-0001.png')]));
    const text = body.textContent ?? '';
    for (const words of [
      'E20261123-0001',
      'https://shop.example.cn/item/1008?from=search',
      '2026-11-23 10:15:09（UTC+08:00）',
      '《认证认可条例》第六十一条',
      'HX2026-118',
      '网站证书链',
      '张三',
      digests.sm3,
      '不能证明什么',
    ]) {
      expect(text).toContain(words);
    }
    expect(body.querySelectorAll('.missing')).toHaveLength(5);
    expect(body.querySelector('mark')?.textContent).toBe('当天出证');
    expect(body.querySelector('img')?.getAttribute('src')).toBe('E20261123-0001/screenshot/tile-0001.png');
  });

  it.each(ATTACKS)('stays inert with %j in every field of the page', async (attack) => {
    const record = sampleRecord('E20261123-0001', [artefact('screenshot/tile-0001.png')]);
    const [finding] = record.findings;
    const [certificate] = record.certificates;
    const plain = await reportOf(record);
    const hostile = await reportOf(
      {
        ...record,
        page: { ...record.page, url: attack, title: attack },
        office: attack,
        officers: [{ name: attack, licence: attack }],
        findings: [{ ...finding!, matchedText: attack, prefix: attack, suffix: attack, reason: attack }],
        certificates: [
          {
            ...certificate!,
            fields: { certificateNumber: { value: attack, raw: attack } },
            problems: [{ code: 'expired', detail: attack, compared: [], weight: 'doubt' }],
            codes: [{ format: attack, text: attack }],
          },
        ],
        notCaptured: [{ what: attack, reason: attack }],
      },
      attack,
    );
    const shape = (page: Document) =>
      [...page.querySelectorAll('*')].map((element) => [element.tagName, ...element.getAttributeNames()].join(' '));
    const added = shape(hostile).filter((tag) => !shape(plain).includes(tag));
    expect(added).toEqual([]);
    expect(hostile.querySelectorAll('script, iframe, object, svg, [onerror], [onload]')).toHaveLength(0);
    for (const link of hostile.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(#|E2026)/);
  });

  it('forbids everything but its own style and the pictures beside it', async () => {
    const page = await reportOf(sampleRecord('E20261123-0001', []));
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(REPORT_STYLE));
    expect(policy).toContain(`style-src 'sha256-${Buffer.from(digest).toString('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script');
    expect(page.querySelector('style')?.textContent).toBe(REPORT_STYLE);
  });

  it('writes out the characters that turn the reading direction', () => {
    expect(escapeHtml('a\u202Eb\u0000<')).toBe('a⟦U+202E⟧b⟦U+0000⟧&lt;');
  });
});
