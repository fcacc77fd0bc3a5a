/** What stands before a page and lets only a person through. */
export const WALLS = ['login-wall', 'captcha', 'refused'] as const;
export type Wall = (typeof WALLS)[number];

/** Words that a wall shows in place of the page. */
export interface WallWords {
  wall: Wall;
  /** Alternatives, as regular expression source; matched in the text with its white space removed. */
  words: string;
  /** A page with more characters than this shows something beside the wall. */
  mostCharacters: number;
  source: string;
  hit: readonly string[];
  miss: readonly string[];
}

const SEEN = '平台登录页、验证页和拦截页的通行写法，例句为自拟';

export const WALL_WORDS: readonly WallWords[] = [
  {
    wall: 'captcha',
    words:
      '(?:请|需要?|先)(?:完成|进行|通过)(?:下方|以下|安全|滑块|图形|人机|身份)*(?:验证|校验)|(?:拖动|滑动|按住).{0,6}滑块|(?:点击|选择).{0,8}(?:图片|文字).{0,6}(?:验证|顺序)|人机(?:身份)?验证|验证(?:你|您)(?:不)?是(?:真人|机器人)|(?:verify|checking).{0,12}(?:youarehuman|yourbrowser)|justamoment|arenotarobot',
    mostCharacters: 600,
    source: SEEN,
    hit: [
      '访问验证 请完成安全验证 拖动下方滑块完成拼图',
      '系统检测到异常流量，请进行人机验证',
      'Just a moment… Verify you are human',
    ],
    miss: ['本公司提供人机工程检测服务', '产品经实验室验证，质量可靠', '报告可扫码验证真伪'],
  },
  {
    wall: 'login-wall',
    words:
      '请(?:先|您先)?(?:登录|登陆)(?!成功)|(?:登录|登陆)后(?:即可|才能|方可|可)?(?:继续|查看|访问|浏览|使用)|(?:扫码|短信|密码|账号|手机号?)(?:登录|登陆)|会话(?:已)?(?:过期|失效)|(?:pleaselogin|signintocontinue|logintocontinue)',
    mostCharacters: 500,
    source: SEEN,
    hit: ['请先登录 账号 密码', '亲，登录后才能查看商品详情', '密码登录 短信登录 忘记密码', 'Please log in'],
    miss: ['登录市场监管总局网站可查询证书', '招标文件登记表', '如何登录认可机构名录查询'],
  },
  {
    wall: 'refused',
    words:
      '(?:访问|请求|操作)(?:过于|太)频繁|(?:访问|请求)(?:已)?被(?:拒绝|拦截|阻断)|(?:您|你)(?:没有|无)权(?:限)?访问|(?:ip|网络环境)(?:存在)?(?:异常|受限)|accessdenied|toomanyrequests',
    mostCharacters: 500,
    source: SEEN,
    hit: ['访问过于频繁，请稍后再试', '您的请求已被拦截，事件编号 1', 'Access Denied'],
    miss: ['客户访问频繁的页面', '设备异常检测服务', '拒绝虚假宣传'],
  },
];

/** Hosts of the services that ask visitors to prove that they are people (documented by each for its own page scripts). */
export const CAPTCHA_HOSTS: readonly string[] = [
  'geetest.com',
  'captcha.qq.com',
  'captcha.gtimg.com',
  'hcaptcha.com',
  'challenges.cloudflare.com',
  'dun.163.com',
];

/** Parts of an address under which people log in. */
export const LOGIN_ADDRESS = /(?:^|[./])(?:login|passport|signin|sso|cas|auth|accounts?)(?:[./?#]|$)/i;
