/** Hosts whose pages a QR code of a real certificate may lead to. Every other host is shown plainly, not condemned. */
export const OFFICIAL_HOSTS: readonly {
  suffix: string;
  owner: string;
  examples: { official: string; other: string };
}[] = [
  { suffix: 'gov.cn', owner: '政府网站', examples: { official: 'cx.cnca.gov.cn', other: 'cx-gov.cn' } },
  {
    suffix: 'cnca.cn',
    owner: '国家认证认可监督管理委员会',
    examples: { official: 'cx.cnca.cn', other: 'cnca.cn.example.com' },
  },
  {
    suffix: 'cnas.org.cn',
    owner: '中国合格评定国家认可委员会',
    examples: { official: 'www.cnas.org.cn', other: 'cnas.org.cn.cc' },
  },
];

/** Whether a host is an official one or below it. `host` in lower case, without port. */
export function isOfficialHost(host: string): boolean {
  return OFFICIAL_HOSTS.some(({ suffix }) => host === suffix || host.endsWith(`.${suffix}`));
}
