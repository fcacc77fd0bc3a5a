import { t } from '../../utils/base/i18n.ts';

const ADDENDUM_PARTS: Readonly<Record<string, 'part_addendum' | 'part_addendumPicture'>> = {
  '.json': 'part_addendum',
  '.png': 'part_addendumPicture',
};

/** What an officer calls a part of an item; a file of the capture is called by its name. */
export function partName(part: string): string {
  if (part === 'record.json') return t('part_record');
  const [, addendum, ending = ''] = /^addenda\/(.+?)(\.json|\.png|\.json\.sig|-public-key\.pem)$/.exec(part) ?? [];
  if (addendum) return t(ADDENDUM_PARTS[ending] ?? 'part_addendumSignature', addendum);
  const log = /^earlier-logs\/0*(\d+)\.jsonl$/.exec(part)?.[1];
  return log ? t('part_earlierLog', log) : part;
}

/** Parts in one line. */
export const partNames = (parts: readonly string[]): string => parts.map(partName).join(t('listComma'));
