// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { partName } from '../../../components/library/part-name.ts';
import { t } from '../../../utils/base/i18n.ts';
import '../draw.ts';

it('calls the parts of an item what an officer calls them, and a captured file by its name', () => {
  expect(partName('record.json')).toBe(t('part_record'));
  expect(partName('addenda/0002.json')).toBe(t('part_addendum', '0002'));
  expect(partName('addenda/0002.png')).toBe(t('part_addendumPicture', '0002'));
  expect(partName('earlier-logs/0001.jsonl')).toBe(t('part_earlierLog', '1'));
  expect(partName('screenshot/tile-0001.png')).toBe('screenshot/tile-0001.png');
});
