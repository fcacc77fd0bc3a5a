/** A page with known content that is served on loopback and hidden in a patrol. All wording is invented. */
export interface ProbePage {
  flagged: boolean;
  title: string;
  body: string;
}

const CLAIMS = [
  ['检测报告办理', '全国平台通用，当天出证，不送样检测也能办，检测包过，咨询立减，¥ 99 起。'],
  ['质检报告代办', '质检报告快速出证，无需送样，包过，入驻平台专用，下单后两小时出报告，¥ 120 一份。'],
  ['体系认证咨询', '体系认证包通过，三天拿证，免审核，招标必备认证，权威认证，联系客服报价。'],
] as const;

const INNOCENT = [
  ['如何核对检验检测报告', '收到报告后，可以在国家认证认可信息公共服务平台查询机构的资质范围，并与报告编号核对。'],
  ['不锈钢保温杯', '容量 500 毫升，内胆材质 304 不锈钢，保温六小时，支持七天无理由退货，¥ 59。'],
  ['关于春节放假的通知', '各位客户，春节期间实验室停止收样，节后恢复正常工作，由此带来的不便敬请谅解。'],
] as const;

/** The page of a probe by its number: claims and innocent pages take turns. */
export function probePage(number: number): ProbePage {
  const flagged = number % 2 === 0;
  const texts = flagged ? CLAIMS : INNOCENT;
  const [title, text] = texts[(number >> 1) % texts.length]!;
  return { flagged, title, body: text };
}

/** The document of a probe page. */
export const probeDocument = ({ title, body }: ProbePage): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1><p>${body}</p></body></html>`;
