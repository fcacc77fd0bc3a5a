/** What the policies of one roll-out say. */
export interface Rollout {
  id: string;
  /** Address of update.xml in the office's network. */
  updateUrl: string;
  /** Settings by policy, with `locked`. */
  settings: Readonly<Record<string, unknown>>;
}

/** What Chromium asks for updates: a higher version than the installed one is taken. */
export const updateXml = ({ id }: Pick<Rollout, 'id'>, crxUrl: string, version: string): string =>
  `<?xml version='1.0' encoding='UTF-8'?>
<gupdate xmlns='http://www.google.com/update2/response' protocol='2.0'>
  <app appid='${id}'>
    <updatecheck codebase='${escaped(crxUrl)}' version='${version}' prodversionmin='109' />
  </app>
</gupdate>
`;

const escaped = (text: string) => text.replace(/[&<>'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Policy file of Chromium, Chrome and Edge on Linux; the same values stand in the registry of Windows. */
export const chromiumPolicy = ({ id, updateUrl, settings }: Rollout) => ({
  ExtensionSettings: {
    [id]: { installation_mode: 'force_installed', update_url: updateUrl, override_update_url: true },
  },
  ExtensionInstallForcelist: [`${id};${updateUrl}`],
  '3rdparty': { extensions: { [id]: settings } },
});

/** The registry keys of a vendor's browser, as a REG file that is imported on Windows. */
export function registryFile(
  vendor: 'Google\\Chrome' | 'Microsoft\\Edge',
  { id, updateUrl, settings }: Rollout,
): string {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}`;
  const text = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`;
  const written = (value: unknown) => {
    if (typeof value === 'boolean') return `dword:0000000${Number(value)}`;
    if (typeof value === 'number') return `dword:${value.toString(16).padStart(8, '0')}`;
    return text(typeof value === 'string' ? value : JSON.stringify(value));
  };
  const lines = [
    'Windows Registry Editor Version 5.00',
    '',
    `[${root}\\ExtensionInstallForcelist]`,
    `"1"=${text(`${id};${updateUrl}`)}`,
    '',
    `[${root}\\3rdparty\\extensions\\${id}\\policy]`,
    ...Object.entries(settings).map(([name, value]) => `${text(name)}=${written(value)}`),
    '',
  ];
  // What the registry editor reads beyond ASCII is UTF-16 with its mark.
  return `\uFEFF${lines.join('\r\n')}`;
}

/** The Firefox policy file: installs the signed XPI from the office's server and hands out the settings. */
export const firefoxPolicy = (gecko: string, xpiUrl: string, settings: Readonly<Record<string, unknown>>) => ({
  policies: {
    ExtensionSettings: { [gecko]: { installation_mode: 'force_installed', install_url: xpiUrl } },
    '3rdparty': { Extensions: { [gecko]: settings } },
  },
});
