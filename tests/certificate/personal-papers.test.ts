import { describe, expect, it } from 'vitest';
import { readCertificatesFromLines } from '../../utils/certificate/read.ts';

const fields = ['证书编号：NS2026-0012', '发证日期：2026-03-01', '发证机构：东海认证有限公司'];
const read = (title: string) => readCertificatesFromLines([title, ...fields], { today: '2026-11-23' });

describe('papers on what a person has learnt', () => {
  it.each([
    'ISO 9001 内审员证书',
    '质量管理体系培训合格证书',
    '食品检验员岗位证书',
    'Certificate of Completion: ISO 9001 auditor course',
  ])('%s is no certification', (title) => expect(read(title)).toEqual([]));

  it('a certification with the same fields is one', () => expect(read('质量管理体系认证证书')).toHaveLength(1));
});
