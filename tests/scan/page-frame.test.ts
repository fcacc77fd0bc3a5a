import { describe, expect, it } from 'vitest';
import { pageFrame } from '../../utils/scan/page-frame.ts';

const kindOf = (title: string, text: string, host = '127.0.0.1') => pageFrame({ host, title, text }).kind;

describe('pageFrame', () => {
  it.each([
    ['regulator', '市场监管局关于印发虚假认证专项整治行动方案的通知', '各股室、所：现印发给你们，请抓好落实。'],
    ['regulator', '通知', '泉州市市场监督管理局〔2023〕65 号 各有关单位：现将有关事项通知如下，特此通知。'],
    ['news', '记者暗访：网购检测报告', '本报记者调查发现，来源：日报 责任编辑：王某'],
    ['judgement', '行政处罚决定书', '当事人：某公司。本局认为，当事人的行为违反了规定，作出如下行政处罚'],
    [
      'rule-list',
      '平台禁限售商品管理规范',
      '第一条 禁止发布虚假信息。第二条 不得使用违禁词。第三条 严禁售假，违者扣分。',
    ],
    ['warning', '警惕！网购检测报告的骗局', '不法分子谎称有渠道，消费者要擦亮眼睛，切勿上当，可拨打 12315 举报。'],
    ['reference', '产品认证 - 百科', '产品认证（Product Certification）是指由第三方证明。参考资料 [1] 词汇和通用原则'],
    ['reference', '认证广告中“包过”用语的语料研究_学报', '摘 要：本文统计了广告。关键词：认证；广告 参考文献'],
    [
      'judgement',
      '检测公司没送样就出报告，合同还要付款吗？',
      '【案情】甲委托乙检测。【争议焦点】检测费应否支付。【律师建议】勿先出报告。',
    ],
    ['regulator', '关于申报认证奖励的通知', '申报条件：取得认证证书。对首次通过认证的企业给予5万元奖励。'],
    ['discussion', '求助：代理说不用寄样，敢信吗', '楼主 小鱼干 发表于 2024-03-02 2楼 海关老王：便宜没好货'],
    ['discussion', '第三方检测机构怎么选？', '作者：老K 专栏：检测那些事。后台总有读者问我。点赞 300 收藏'],
    ['search-results', '“检测报告 当天”的搜索结果', '为您找到相关结果约 1,230 个。相关搜索：检测报告多少钱'],
  ])('reads a %s page by its form: %s', (kind, title, text) => {
    const frame = pageFrame({ host: '127.0.0.1', title, text });
    expect(frame.kind).toBe(kind);
    expect(frame.reason).toBeTruthy();
  });

  it('trusts the host of a public body', () => {
    expect(kindOf('首页', '服务事项', 'scjgj.quanzhou.gov.cn')).toBe('regulator');
    expect(kindOf('首页', '服务事项', 'gov.cn.example.com')).toBe('ordinary');
  });

  it('leaves a shop ordinary under an official-looking heading', () => {
    expect(kindOf('官方公告：市场监督管理局备案机构', '特此公告。当天出证，立即咨询 13800000000，加微信 abc123')).toBe(
      'ordinary',
    );
    expect(kindOf('谨防假冒！认证代办', '谨防上当，我司承诺当天出证，在线咨询，¥99')).toBe('ordinary');
  });

  it('is not fooled by a shop in a regulator’s clothes', () => {
    expect(kindOf('泉州市市场监督管理局认证公告', '特此公告。市场监督管理局备案，当天出证，加V信 zj66888')).toBe(
      'ordinary',
    );
    expect(kindOf('记者调查：哪家认证快', '据了解，记者发现这家出证快。来源：本店 立即咨询')).toBe('ordinary');
  });

  it('keeps what a report quotes of a seller, and an office’s own telephone, apart from selling', () => {
    expect(kindOf('记者暗访检测报告', '记者联系客服，对方说：“加我微信 abc12345，立即下单。”来源：晚报')).toBe('news');
    expect(kindOf('关于虚假检测广告的审查提示', '现就有关事项提示如下。联系人：陈某 13800138000 市场监督管理局')).toBe(
      'regulator',
    );
  });

  it('leaves goods found on a shop, and a seller’s own encyclopaedia, ordinary', () => {
    expect(kindOf('检测报告的搜索结果', '共 20 件商品 ¥1 月销 300 当天出报告，立即购买')).toBe('ordinary');
    expect(kindOf('认证避坑攻略', '作者：小陈 阅读 300 点赞 20。三天拿证，需要的私信我')).toBe('ordinary');
    expect(kindOf('关于认证收费优惠的公告', '现就有关事项公告如下：诚信企业每项5800元，特此公告。')).toBe('ordinary');
    expect(kindOf('ISO9001 百科', 'ISO9001 是指质量管理体系。三天拿证，立即咨询')).toBe('ordinary');
  });

  it('leaves a plain advert ordinary', () => {
    expect(kindOf('ISO9001 认证', '专业认证咨询，快速出证')).toBe('ordinary');
  });
});
