import type { Strictness } from '../../rules/judging.ts';
import { inTurn } from '../base/in-turn.ts';
import { officerInWords } from '../evidence/desk.ts';
import { appendLine } from '../store/custody-store.ts';
import { personAtDesk } from '../store/desk-store.ts';
import { readManaged } from '../store/managed-settings.ts';
import { changeSettings, readSettings, type Settings } from '../store/settings.ts';

const STRICTNESS: Readonly<Record<Strictness, string>> = { wide: '宽', standard: '标准', strict: '严' };

/** Settings that evidence rests on, each as the log writes it; a change of any of them is a line. */
const LOGGED = {
  office: { name: '单位名称', words: ({ office }: Settings) => office },
  officers: {
    name: '执法人员',
    words: ({ officers }: Settings) =>
      officers
        .filter(({ name }) => name.trim())
        .map(officerInWords)
        .join('、'),
  },
  timestampUrl: { name: '时间戳服务', words: ({ timestampUrl }: Settings) => timestampUrl ?? '' },
  stampRoots: {
    name: '已登记的时间戳证书指纹',
    words: ({ stampRoots }: Settings) => stampRoots.map(({ fingerprint }) => fingerprint).join('、'),
  },
  referenceDate: { name: '核对有效期所用日期', words: ({ referenceDate }: Settings) => referenceDate ?? '' },
  trustedKeys: {
    name: '受信任的签名公钥',
    words: ({ trustedKeys }: Settings) =>
      trustedKeys.map(({ holder, fingerprint }) => `${holder}（${fingerprint}）`).join('、'),
  },
  lockIdleMinutes: { name: '自动加锁间隔（分钟）', words: ({ lockIdleMinutes }: Settings) => String(lockIdleMinutes) },
  deskIdleMinutes: { name: '在岗确认间隔（分钟）', words: ({ deskIdleMinutes }: Settings) => String(deskIdleMinutes) },
  strictness: { name: '计入疑似的尺度', words: ({ judging }: Settings) => STRICTNESS[judging.strictness] },
  personalPapers: {
    name: '个人证书与建筑业资质',
    words: ({ judging }: Settings) => (judging.personalPapers ? '列出' : '不列'),
  },
} as const;

/** Sites come and go one by one, from a list that may be long: the log names those that did. */
function siteChanges(before: readonly string[], after: readonly string[]): string[] {
  const without = (some: readonly string[], others: readonly string[]) => some.filter((site) => !others.includes(site));
  const [added, left] = [without(after, before), without(before, after)];
  return [
    ...(added.length > 0 ? [`不扫描的网站增加“${added.join('、')}”`] : []),
    ...(left.length > 0 ? [`不扫描的网站减少“${left.join('、')}”`] : []),
  ];
}

/** What the log says of a change of the settings, a sentence for each that it keeps. */
export function officeChanges(before: Settings, after: Settings): string[] {
  const changed = Object.values(LOGGED).flatMap(({ name, words }) => {
    const [was, is] = [words(before), words(after)];
    return was === is ? [] : [`${name}由“${was || '空'}”改为“${is || '空'}”`];
  });
  return [...changed, ...siteChanges(before.disabledSites, after.disabledSites)];
}

/**
 * Changes settings; what evidence rests on goes into the log, before it is in force: a line too many says what was meant, a line
 * too few hides what was done. What the administrator fixed stays as it is, and is not logged as changed. One change follows the other from its line to its value, so that the later one stays.
 */
export const changeOffice = (change: Partial<Settings>): Promise<void> =>
  inTurn('office', async () => {
    const [before, { locked }] = await Promise.all([readSettings(), readManaged()]);
    const isOpen = ([name]: [string, unknown]) => !(locked as readonly string[]).includes(name);
    const open: Partial<Settings> = Object.fromEntries(Object.entries(change).filter(isOpen));
    for (const detail of officeChanges(before, { ...before, ...open }))
      await appendLine({ act: 'settings-changed', person: await personAtDesk(), detail });
    await changeSettings(open);
  });
