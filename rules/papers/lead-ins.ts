import { anyOf, grouped, inRow } from '../../utils/base/pattern-parts.ts';
import { ORGANISATION_ENDINGS } from '../organisation-words.ts';
import type { CertificateField } from './certificate-terms.ts';
import { SLOTS } from './slots.ts';

/** A line that says nothing by itself and announces what stands on the next one, as the face of a certificate is set. */
export interface LeadIn {
  meaning: CertificateField;
  /** The whole line, without the spaces that spread Chinese words. */
  opens: RegExp;
  /** What the next line has to be. */
  shape: RegExp;
  examples: {
    is: readonly (readonly [line: string, next: string])[];
    isNot: readonly (readonly [line: string, next: string])[];
  };
}

const ORGANISATION = new RegExp(
  `^[^，。；]{4,60}(?:${ORGANISATION_ENDINGS}|厂|合作社|店|Ltd\\.?|Inc\\.?|Limited|GmbH|LLC|Group|Company|Corporation)$`,
  'u',
);
const STANDARD = new RegExp(`^[《“]?(?:${SLOTS.standard})`, 'u');

export const LEAD_INS: readonly LeadIn[] = [
  {
    meaning: 'holder',
    opens: anyOf(
      'i',
      /^(?:兹|特此|特)?(?:证明|授予|认证)[:：]?(?:\s?\/?\s?this is to certify that:?)?$/,
      /^(?:this|it) is (?:here)?(?:by )?(?:to certif(?:y|ied)|certified) that:?(?: the)?(?: [a-z&]{2,20}){0,8}(?: of:?)?$/,
      /^(?:this certificate is |certificate is |is )?(?:hereby |proudly )?(?:awarded|granted|issued|presented) to:?$/,
      /^[a-z ]{0,40}management system of:?$/,
    ),
    shape: ORGANISATION,
    examples: {
      is: [
        ['兹证明', '泉州甲乙机械有限公司'],
        ['This is to certify that the Quality Management System of', 'Hill Valve Co., Ltd.'],
        ['This certificate is awarded to', 'Hill Valve Co., Ltd.'],
      ],
      isNot: [
        ['兹证明', '张三'],
        ['This is to certify that', 'the above is true'],
      ],
    },
  },
  {
    meaning: 'standard',
    opens: anyOf(
      'iu',
      /^(?:[\p{Script=Han}]{0,16}(?:管理体系|服务))?(?:符合|满足)(?:以下|下列)?(?:标准|要求)?(?:的要求)?[:：]?$/u,
      inRow(
        grouped(/conforms?|conformity|compl(?:y|ies)|compliance|accordance|requirements|assessed/u),
        / (?:to|with|of|against)(?: the)?(?: (?:requirements|following|standards?|of|management|system|quality)){0,6}:?$/u,
      ),
    ),
    shape: STANDARD,
    examples: {
      is: [
        ['has been assessed and found to conform with', 'ISO 9001:2015'],
        ['质量管理体系符合', 'GB/T 19001-2016/ISO 9001:2015'],
      ],
      isNot: [['has been assessed and found to conform with', 'our expectations']],
    },
  },
];
