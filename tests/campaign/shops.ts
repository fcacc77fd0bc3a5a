/** A shop that the campaign meets: who runs it, on which platform, what it says. */
export interface Shop {
  number: number;
  platform: string;
  path: string;
  title: string;
  party: { name: string; creditCode: string; registeredAddress: string; contact: string };
}

/** Names of the loopback address, each a platform of its own; Chromium resolves what ends in `.localhost` itself. */
export const PLATFORMS = ['127.0.0.1', 'localhost', 'market.localhost'] as const;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A credit code whose check character fits (GB 32100-2015), reckoned here apart from the product. */
function creditCode(number: number): string {
  const body = `91350500M0${String(number).padStart(7, '0')}`;
  const sum = [...body].reduce((total, char, place) => total + ALPHABET.indexOf(char) * (3 ** place % 31), 0);
  return body + ALPHABET[(31 - (sum % 31)) % 31];
}

/** @param owner number of the party that runs it: several shops may have one */
export function shopOf(number: number, owner: number, folder: string): Shop {
  return {
    number,
    platform: PLATFORMS[number % PLATFORMS.length]!,
    path: `/${folder}/${number}`,
    title: `甲乙${owner}号检测服务 ${folder}${number}`,
    party: {
      name: `泉州甲乙${owner}号检测技术有限公司`,
      creditCode: creditCode(owner),
      registeredAddress: `福建省泉州市丰泽区示例路 ${owner} 号`,
      contact: `0595-2222${String(owner).padStart(4, '0')}`,
    },
  };
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

const CLAIMS = '<p>质检报告当天出证，不送样检测，检测包过，¥ 99 起。</p>';

/** The shop's page, with its claims or, after the platform cleaned up, without them. */
export const shopPage = ({ title, party }: Shop, claims: boolean): string =>
  page(
    title,
    `<h1>${title}</h1>${claims ? CLAIMS : '<p>按标准方法检测，按规定时限出具报告。</p>'}<ul><li>食品接触材料</li><li>小家电</li></ul>
    <footer><h2>营业执照公示</h2><p>企业名称：${party.name}</p><p>统一社会信用代码：${party.creditCode}</p>
    <p>住所：${party.registeredAddress}</p><p>联系电话：${party.contact}</p></footer>`,
  );

export const plainPage = (number: number): string =>
  page(`保温杯 ${number}`, '<h1>保温杯</h1><p>容量 500 毫升，支持七天无理由退货，¥ 59。</p>');

/** Says what shops say, and something else beside it. */
export const claimPage = (script: string): string => page('检测报告办理', `<h1>检测报告办理</h1>${CLAIMS}${script}`);
export const wordsPage = (body: string): string => page('页面', body);
