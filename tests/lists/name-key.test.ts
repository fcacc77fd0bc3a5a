import { describe, expect, it } from 'vitest';
import { lookUpKeys, nameKey, parentKey } from '../../utils/lists/name-key.ts';
import { createNearSearch } from '../../utils/lists/near-names.ts';

describe('names of bodies', () => {
  it.each([
    ['通标标准技术服务（上海）有限公司', '通标标准技术服务(上海)有限公司'],
    ['方圆标志认证集团有限公司', '方圆标志认证集团 股份有限公司'],
    ['中国质量认证中心（CQC）', '中国质量认证中心'],
    ['北京某某认证有限责任公司', '北京某某认证有限公司'],
    ['ＳＧＳ检测公司', 'sgs检测公司'],
    ['某某检测技术有限公司（简称某某检测）', '某某检测技术有限公司'],
  ])('%s is %s', (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it.each([
    ['华测检测认证集团（北京）有限公司', '华测检测认证集团股份有限公司'],
    ['中检测试技术有限公司', '中国检验认证集团测试技术有限公司'],
  ])('%s is not %s', (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));

  it('keeps nothing of a form without a name', () => {
    expect(nameKey('有限公司')).toBe('');
    expect(nameKey('（ ）')).toBe('');
  });

  it('knows the body behind a branch', () => {
    expect(parentKey('某某认证（北京）有限公司福建分公司')).toBe(nameKey('某某认证（北京）有限公司'));
    expect(parentKey('某某认证有限公司')).toBeUndefined();
  });

  it.each([
    'SGS通标标准技术服务有限公司',
    '通标标准技术服务有限公司 SGS-CSTC Standards Technical Services Co., Ltd.',
    '通标标准技术服务有限公司（盖章）',
    '通标标准技术服务有限公司泉州分公司',
  ])('finds %s under its Chinese name', (name) =>
    expect(lookUpKeys(name)).toContain(nameKey('通标标准技术服务有限公司')),
  );

  it('makes no name of a few characters beside Latin ones', () => expect(lookUpKeys('TUV 认证')).toEqual(['TUV认证']));

  it('offers what comes near, the nearest first', () => {
    const names = ['方圆标志认证集团有限公司', '中国船级社质量认证有限公司', '方圆检测技术有限公司', '泉州百货商行'];
    expect(createNearSearch(names)('方圆标志认证中心')[0]).toBe('方圆标志认证集团有限公司');
    expect(createNearSearch(names)('洛江水产养殖场')).toEqual([]);
  });
});
