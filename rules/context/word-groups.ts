/** Words that point the same way, by one name: the judge counts them, and an officer reads the name with the page's own words. */
export interface WordGroup {
  id: string;
  /** Chinese, shown to the officer. */
  name: string;
  pattern: RegExp;
}

/** Words that a kind of page has more of than others. */
export interface PageWordGroup extends WordGroup {
  kind: 'certification-seller' | 'paper-seller' | 'shop' | 'body' | 'news' | 'law' | 'manual' | 'other';
}

/** What the words of a page tell of its kind. Each group is counted by its share of the text and weighed by what was learnt. */
export const PAGE_WORDS: readonly PageWordGroup[] = [
  {
    id: 'consult',
    kind: 'certification-seller',
    name: '招揽咨询',
    pattern: /咨询|热线|微信|QQ|扫码|来电|致电|电话|联系|电联|速联|详询|详情/g,
  },
  {
    id: 'order',
    kind: 'certification-seller',
    name: '下单报价',
    pattern: /立即|马上|报名|下单|购买|套餐|优惠|价格|元|￥|¥|名额|免费/g,
  },
  {
    id: 'we',
    kind: 'certification-seller',
    name: '以服务方自称',
    pattern: /我们|本公司|我司|我公司|本机构|为您|助您|客户/g,
  },
  {
    id: 'agency',
    kind: 'certification-seller',
    name: '代办服务',
    pattern: /代办|代理|办理|申办|包办|资质|申报|咨询服务|一站式|全程|顾问|服务商/g,
  },
  {
    id: 'certification',
    kind: 'certification-seller',
    name: '认证检测',
    pattern: /认证|证书|检测|检验|体系|ISO|CMA|CNAS|3C|CCC|CE|验厂|审核|许可证/g,
  },
  {
    id: 'school',
    kind: 'paper-seller',
    name: '培训考试',
    pattern: /课程|培训|考试|学员|老师|班|题库|备考|考证|辅导|考生|自考|网课|教材|名师/g,
  },
  {
    id: 'degree',
    kind: 'paper-seller',
    name: '学历学位',
    pattern: /学历|大专|本科|文凭|学位|毕业证|专升本|硕士|成教|院校/g,
  },
  {
    id: 'person',
    kind: 'paper-seller',
    name: '执业人员',
    pattern: /建造师|造价师|工程师|八大员|职称|会计|药师|安全员|监理/g,
  },
  { id: 'hanging', kind: 'paper-seller', name: '挂靠收证', pattern: /挂靠|收证|证书网|兼职|全职|初始|转注/g },
  { id: 'black', kind: 'paper-seller', name: '制证包过', pattern: /办证|刻章|办正|见货|假|包过|保过|代考|答案/g },
  { id: 'law', kind: 'law', name: '法规条文', pattern: /第.{1,4}条|不得|应当|依照|规定|条例|办法|法规|罚款/g },
  {
    id: 'news',
    kind: 'news',
    name: '新闻通报',
    pattern: /记者|报道|新闻|日电|讯|公布|发布会|通报|案例|查处|处罚|执法|涉嫌/g,
  },
  {
    id: 'software',
    kind: 'manual',
    name: '软件技术',
    pattern: /API|HTTP|SSL|TLS|域名|服务器|配置|客户端|代码|数据库|接口|函数|浏览器|签名|密钥|系统|字段|参数/gi,
  },
  {
    id: 'product',
    kind: 'shop',
    name: '商品制造',
    pattern: /产品|工厂|设备|材质|规格|型号|生产|厂家|质量|出口|研发|车间|商品|发货|退货|包装|原料/g,
  },
  {
    id: 'about',
    kind: 'shop',
    name: '企业介绍',
    pattern: /成立于|公司简介|企业文化|荣誉|发展历程|荣获|董事|集团|有限公司/g,
  },
  {
    id: 'laboratory',
    kind: 'body',
    name: '实验室业务',
    pattern: /实验室|检测中心|样品|委托|检测项目|检测服务|标准|采样|仪器/g,
  },
  { id: 'exam', kind: 'manual', name: '习题知识', pattern: /知识点|答案|选择题|真题|章节|解析|模拟|大纲/g },
  {
    id: 'warning',
    kind: 'law',
    name: '警示禁用',
    pattern: /警惕|谨防|骗|陷阱|违禁|敏感词|禁用|违规|举报|投诉|风险/g,
  },
  {
    id: 'elsewhere',
    kind: 'other',
    name: '其他行业',
    pattern: /驾照|签证|商标|专利|营业执照|房产|车|医院|医疗|疾病|银行|贷款|中奖|游戏|手机|话费|流量|开学|家长/g,
  },
  {
    id: 'form',
    kind: 'manual',
    name: '系统界面',
    pattern: /登录|注册|密码|账号|上传|查询|选择|提交|审批|流程|记录|状态|列表/g,
  },
];

/** What words near a match tell of it: read before it, in it and behind it in its clause, in the text around, and in the heading. */
export const CLAUSE_WORDS: readonly WordGroup[] = [
  { id: 'denied', name: '否定', pattern: /不|没有|无法|未|非|并非|避免/ },
  {
    id: 'forbidden',
    name: '禁止或警示',
    pattern: /不得|禁止|严禁|违规|违法|处罚|查处|打击|红线|杜绝|伪造|虚假|骗|警惕|谨防|假/,
  },
  { id: 'quoted', name: '引号', pattern: /[“"「『]/ },
  { id: 'asked', name: '疑问', pattern: /[?？吗]|是否|能否|如何|怎么|什么/ },
  { id: 'seller', name: '服务方自称', pattern: /我们|本公司|我司|本店|我公司|本人|我处|我是/ },
  { id: 'buyer', name: '称呼客户', pattern: /您|你|客户|企业|学员|考生/ },
  { id: 'able', name: '可以', pattern: /可|能/ },
  { id: 'promise', name: '承诺', pattern: /承诺|保证|确保|保障|签约|协议/ },
  { id: 'past', name: '既往', pattern: /曾|已经|已|获得了|通过了|荣获|取得了/ },
  { id: 'required', name: '要求', pattern: /需要|必须|应当|应|须|要求|申请|条件|规定|标准/ },
  { id: 'titled', name: '文件名', pattern: /《|》|第.条/ },
  { id: 'code', name: '代码', pattern: /[{}<>=_]|https?:|[a-z]{4,}/i },
  { id: 'figure', name: '数字', pattern: /\d/ },
];

/** The pieces around a match, as they are called where it is told what spoke for it. */
export const CLAUSE_PIECES = {
  before: '前文',
  match: '句中',
  after: '后文',
  earlier: '上句',
  later: '下句',
  heading: '标题',
} as const;
