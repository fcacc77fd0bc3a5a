import { describe, expect, it } from 'vitest';
import { joinPageSigns, readPageSigns } from '../../utils/scan/page-signs.ts';

describe('readPageSigns', () => {
  it.each([
    ['统一社会信用代码：91350100M000100Y43', '统一社会信用代码：91350100M000100Y43'],
    ['批准号 CNCA-R-2002-034', 'CNCA-R-2002-034'],
    ['CMA 证书编号：151300110001', 'CMA 证书编号：151300110001'],
    ['检测（CNAS L0001）', 'CNAS L0001'],
    ['店铺首页 查看营业执照', '查看营业执照'],
    ['经营证照 | 举报', '经营证照'],
  ])('takes %s for a shown licence', (text, licence) => {
    expect(readPageSigns(text).licence).toBe(licence);
  });

  it.each([
    '代办营业执照、公司注册',
    'CMA 资质认定证书办理，电话 13800000000',
    '办理食品生产许可证编号变更',
    'CNAS 认可咨询',
  ])('takes the offer %s for none', (text) => {
    expect(readPageSigns(text).licence).toBeUndefined();
  });

  it.each([
    ['质检报告 ¥1.00 月销 200', '¥1.00'],
    ['报告 ￥0.1', '￥0.1'],
    ['1元链接，拍下联系', '1元链接'],
    ['拍1元，其余找客服', '拍1元'],
  ])('sees the token price in %s', (text, price) => {
    expect(readPageSigns(text).tokenPrice).toBe(price);
  });

  it.each(['¥1280.00', '¥1,999', '101元起', '¥1 万起', '一百一元起步', '21元一份'])('sees none in %s', (text) => {
    expect(readPageSigns(text).tokenPrice).toBeUndefined();
  });

  it.each([
    ['加客服薇信', '加客服薇信'],
    ['微信：zj_8866', '微信：zj_8866'],
    ['QQ 29384756 详谈', 'QQ 29384756'],
    ['加V：聊聊', '加V：'],
    ['拍前支付宝转账', '支付宝转账'],
  ])('sees the contact outside the platform in %s', (text, contact) => {
    expect(readPageSigns(text).offPlatformContact).toBe(contact);
  });

  it.each(['关注微信公众号', '支持微信支付、支付宝', 'QQ 音乐', 'VX 系列车型', '加 V 领拉链'])(
    'sees none in %s',
    (text) => {
      expect(readPageSigns(text).offPlatformContact).toBeUndefined();
    },
  );

  it('takes the first of each kind over all frames', () => {
    expect(joinPageSigns([{ tokenPrice: '¥1' }, { tokenPrice: '¥0.1', licence: 'CNAS L0001' }, {}])).toEqual({
      tokenPrice: '¥1',
      licence: 'CNAS L0001',
    });
    expect(joinPageSigns([])).toEqual({});
  });

  it('reads a hostile text in time that grows with its length', () => {
    expect(readPageSigns('加'.repeat(300_000))).toEqual({});
    expect(readPageSigns('CMA'.repeat(100_000))).toEqual({});
  });
});
