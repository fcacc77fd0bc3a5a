import * as v from 'valibot';
import { ExpectedFailure } from '../base/expected-failure.ts';
import type { Settings } from './settings.ts';
import { isShapedSetting, sortSettings } from './settings-shape.ts';

const FORMAT = 'zhengjian-settings';
/** Settings are short; a longer file is none. Bytes. */
const LONGEST = 4 * 1024 ** 2;

const FILE = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  settings: v.record(v.string(), v.unknown()),
});

/** The chosen file holds no settings. */
export class NoSettingsFileError extends ExpectedFailure {
  override name = 'NoSettingsFileError';
  constructor() {
    super('error_noSettingsFile');
  }
}

/** Values of the file are not what their settings may be; nothing was taken over. */
export class FaultySettingsError extends ExpectedFailure {
  override name = 'FaultySettingsError';
  constructor(names: readonly string[]) {
    super('error_faultySettings', [names.join('、')]);
  }
}

/** An address without the name and password that it may carry. */
function withoutSecrets(address: string): string {
  return address.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
}

/** All settings as one file. Keys and passphrases are no settings, and the case at hand is this machine's own. */
export function writeSettingsFile(settings: Settings, madeAt: string): string {
  const { timestampUrl } = settings;
  const open = { ...settings, timestampUrl: timestampUrl && withoutSecrets(timestampUrl) };
  const kept = Object.entries(open).filter(([name]) => isShapedSetting(name));
  return `${JSON.stringify({ format: FORMAT, version: 1, madeAt, settings: Object.fromEntries(kept) }, null, 2)}\n`;
}

/**
 * The settings of a file, and the names that this version does not know.
 * @throws NoSettingsFileError, FaultySettingsError
 */
export async function readSettingsFile(file: Blob): Promise<{ settings: Partial<Settings>; unknown: string[] }> {
  const text = file.size <= LONGEST ? await file.text() : '';
  const read = v.safeParse(FILE, parsed(text));
  if (!read.success) throw new NoSettingsFileError();
  const { good, faulty, unknown } = sortSettings(read.output.settings);
  if (faulty.length > 0) throw new FaultySettingsError(faulty);
  return { settings: good as Partial<Settings>, unknown };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
