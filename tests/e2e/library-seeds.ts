import type { BrowserContext } from 'playwright-core';
import type { Case } from '../../utils/evidence/case.ts';
import { drawAdvert, type SeedItem } from './seed-library.ts';

function sampleCase(id: string, name: string, foundOn: string): Case {
  return {
    id,
    number: id,
    name,
    source: 'patrol',
    foundOn,
    party: { name: '', creditCode: '', registeredAddress: '', businessAddress: '', contact: '', icpNumber: '' },
    platform: '',
    shop: '',
    summary: '',
    registrar: { name: '人员甲', licence: 'LJ-0001' },
    outcome: '',
    createdAt: `${foundOn}T01:00:00.000Z`,
  };
}

export const SAMPLE_CASES = [
  sampleCase('2026-011', '示例案 2026-011', '2026-11-20'),
  sampleCase('2026-009', '示例案 2026-009', '2026-11-05'),
];

/** Twelve items as an office would have them after some weeks: cases, states, sites, with and without certificates. */
export async function officeSeeds(context: BrowserContext): Promise<SeedItem[]> {
  const page = await context.newPage();
  const teal = await drawAdvert(page, '某某检测认证服务', 'linear-gradient(90deg,#dff3f1,#f4faf4)');
  const sand = await drawAdvert(page, '质检报告快速办理', 'linear-gradient(90deg,#fdf1df,#fffaf2)');
  const night = await drawAdvert(page, '三天拿证讲解', 'linear-gradient(90deg,#cfd8e6,#eef1f6)');
  await page.close();
  return [
    {
      id: 'E20261123-0007',
      title: '某某检测认证服务',
      url: 'https://www.mm-jiance.example/',
      startedAt: '2026-11-23T06:31:36.000Z',
      picture: teal,
      caseId: '2026-011',
    },
    {
      id: 'E20261123-0004',
      title: '质检报告快速办理 一份起',
      url: 'https://shop-a.example/item/88',
      startedAt: '2026-11-23T03:08:00.000Z',
      picture: sand,
      rules: ['fake-certification/same-day', 'false-promise/guaranteed'],
    },
    {
      id: 'E20261123-0003',
      title: '报告真伪查询中心',
      url: 'https://baogao-chaxun.example/',
      startedAt: '2026-11-23T02:41:00.000Z',
      picture: teal,
      rules: ['fake-certification/same-day'],
      certificate: false,
    },
    {
      id: 'E20261120-0009',
      title: '三天拿证讲解第 12 期',
      url: 'https://video-c.example/v/1201',
      startedAt: '2026-11-20T08:20:00.000Z',
      picture: night,
      rules: ['fake-certification/no-sample', 'false-promise/guaranteed'],
      certificate: false,
      status: 'investigating',
      caseId: '2026-011',
    },
    {
      id: 'E20261120-0002',
      title: '招标要用的证书怎么选',
      url: 'https://notes.example/p/5',
      startedAt: '2026-11-20T01:55:00.000Z',
      picture: sand,
      rules: ['false-promise/guaranteed'],
      certificate: false,
      status: 'investigating',
    },
    {
      id: 'E20261112-0005',
      title: '体系认证加急受理',
      url: 'https://shop-b.example/item/3',
      startedAt: '2026-11-12T07:03:00.000Z',
      picture: teal,
      rules: ['false-promise/guaranteed'],
      status: 'transferred',
    },
    {
      id: 'E20261110-0001',
      title: '企业名称含“认证”的说明',
      url: 'https://www.mm-qiye.example/a',
      startedAt: '2026-11-10T02:26:00.000Z',
      picture: sand,
      rules: [],
      certificate: false,
      status: 'unfounded',
    },
    {
      id: 'E20261105-0006',
      title: '某某体系认证代办：从申请到拿证一站式服务，资料代写、现场陪审、全国通用，标题很长也不会挤坏一行',
      url: 'https://www.mm-tixi.example/',
      startedAt: '2026-11-05T06:48:00.000Z',
      picture: teal,
      status: 'transferred',
      caseId: '2026-009',
    },
    {
      id: 'E20261105-0001',
      title: '检测证书直出服务咨询',
      url: 'https://shop-a.example/item/12',
      startedAt: '2026-11-05T01:12:00.000Z',
      picture: sand,
      rules: ['fake-certification/same-day', 'fake-certification/no-sample'],
      status: 'transferred',
      caseId: '2026-009',
    },
    {
      id: 'E20261102-0003',
      title: '加急认证避坑指南',
      url: 'https://video-c.example/v/1188',
      startedAt: '2026-11-02T09:30:00.000Z',
      picture: night,
      rules: ['false-promise/guaranteed'],
      certificate: false,
    },
    {
      id: 'E20261028-0001',
      title: '证书信息查询平台',
      url: 'https://zhengshu-cx.example/',
      startedAt: '2026-10-28T01:33:00.000Z',
      picture: teal,
      rules: ['fake-certification/same-day'],
    },
    {
      id: 'E20261027-0001',
      title: '虚构的认证服务',
      url: 'https://xugou-rz.example/',
      startedAt: '2026-10-27T01:33:00.000Z',
      picture: sand,
    },
  ];
}
