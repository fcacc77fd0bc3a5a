import { ORGANISATION_ENDINGS } from '../../rules/organisation-words.ts';
import { SLOTS } from '../../rules/papers/slots.ts';
import { datesIn } from './dates.ts';
import type { Reading } from './label-reading.ts';

/** The body a paper is about, when another body is named as the one that issued it. */
const OWN_NAME = /^(?:机构|实验室)(?:名称)?$|^laboratory(?: name)?$/;
const NAME_AND_MODEL =
  /(?:名称|品名).{0,40}(?:规格|型号)|(?:产品|样品)[/及和](?:规格|型号)|(?:name|product)\b.{0,30}[/&,+-].{0,30}\bmodel/;
/** A bare 名称 over a firm is the holder's. */
const FIRM = /(?:有限公司|有限责任公司|股份公司|集团|合作社)$/;
const NAME_AND_ADDRESS = /名称.{0,60}地址|name.{0,60}address/;
const ENGLISH_FIRM = /^.*?\b(?:Co\., ?Ltd|Ltd|Inc|LLC|GmbH|Limited|Corporation|Corp)\b\.?/;
const ORGANISATION = new RegExp(
  `^[\\p{Script=Han}A-Za-z0-9()（）·]{2,40}?(?:${ORGANISATION_ENDINGS})(?=[\\s,，;；])`,
  'u',
);
const ONE_STANDARD = `(?:${SLOTS.systemStandard})`;
const STANDARDS = `(${ONE_STANDARD}(?:\\s?(?:/|、|和|及|idt)\\s?${ONE_STANDARD}){0,3})`;
const STANDARD_ALONE = new RegExp(`^${STANDARDS}$`, 'u');
const STANDARD_IN_BRACKETS = new RegExp(`(?:体系|认证|证书|服务)[^（()）]{0,8}[（(]\\s?${STANDARDS}\\s?[）)]`, 'u');
/** Where the name of a product ends and its model begins. */
const MODEL =
  /(?<=[\p{Script=Han})）])[\s,，;；/:：]{0,12}(?=[A-Za-z0-9φΦ][A-Za-z0-9])|(?<![\s,/])(?<=^[A-Za-z][A-Za-z -]{0,40})[\s,/]{1,12}(?=[A-Z0-9][A-Z0-9-]{0,40}\d[\w-]{0,40}(?:[\s,/]|$))/u;

/**
 * Puts readings right that only their group makes clear: one label over name and model, a 名称 that is the name of the
 * certificate, an address behind a name.
 */
export function settle(readings: readonly Reading[]): Reading[] {
  const issued = readings.some((one) => one.meaning === 'issuingBody' && !one.weak && one.raw !== '');
  const standardised = readings.some(({ meaning }) => meaning === 'standard');
  return readings.flatMap((reading) => {
    if (reading.value === '') return [reading];
    if (reading.meaning === 'certificateName' && reading.label !== '' && !standardised) {
      const standard = standardOf(reading);
      return standard ? [reading, standard] : [reading];
    }
    if (reading.meaning === 'issuingBody') {
      const date = datesIn(reading.raw)[0];
      if (date?.iso && date.raw === reading.raw)
        return [{ ...reading, meaning: 'issueDate' as const, value: date.iso }];
    }
    if (issued && OWN_NAME.test(reading.label)) return [{ ...reading, meaning: 'holder' as const }];
    if (reading.label === '名称' && FIRM.test(reading.value)) return [{ ...reading, meaning: 'holder' as const }];
    if (NAME_AND_MODEL.test(reading.label)) return splitModel(reading);
    if (NAME_AND_ADDRESS.test(reading.label)) return [withoutAddress(reading)];
    if (reading.meaning === 'productName' && /(?:证书|报告|体系认证)$/.test(reading.value))
      return [{ ...reading, meaning: 'certificateName' as const }];
    return [reading];
  });
}

/** A standard that is all a certificate is called by, or stands in brackets behind its kind: ISO9001, 质量管理体系认证（GB/T 19001-2016）. */
function standardOf({ raw, ...reading }: Reading): Reading | undefined {
  const match = raw.match(STANDARD_ALONE) ?? raw.match(STANDARD_IN_BRACKETS);
  const standard = match?.[1];
  if (!standard) return undefined;
  const start = reading.start + raw.indexOf(standard);
  return { ...reading, meaning: 'standard', value: standard, raw: standard, start, weak: true };
}

function splitModel(reading: Reading): Reading[] {
  const match = reading.raw.match(MODEL);
  if (!match) return [{ ...reading, meaning: 'productName' }];
  const name = reading.raw.slice(0, match.index).trim();
  const at = match.index! + match[0].length;
  const model = reading.raw.slice(at);
  return [
    { ...reading, meaning: 'productName', value: name, raw: name },
    { ...reading, meaning: 'modelSpec', value: model, raw: model, start: reading.start + at },
  ];
}

function withoutAddress(reading: Reading): Reading {
  const name = (reading.raw.match(ORGANISATION) ?? reading.raw.match(ENGLISH_FIRM))?.[0] ?? reading.raw;
  return { ...reading, value: name, raw: name };
}
