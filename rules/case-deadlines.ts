/** How a legal period counts: days on which offices work, all days, or hours from an instant. */
export type PeriodUnit = 'working-days' | 'days' | 'hours';

/** Events in the life of a case from which a period runs; labels live under `caseEvent_<event>`. */
export const CASE_EVENTS = [
  'found',
  'filed',
  'assist-received',
  'goods-registered',
  'told',
  'decided',
  'crime-reported',
  'crime-approved',
  'closed',
] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

/** A period that the law sets. */
export interface CasePeriod {
  /** Key of its label, `casePeriod_<id>`. */
  id: string;
  from: CaseEvent;
  /** The event that ends it; absent: the officer marks it as done. */
  until?: CaseEvent;
  count: number;
  unit: PeriodUnit;
  /** The article, as it is cited. */
  basis: string;
  /** A further period that an approval gives. */
  extension?: { count: number; unit: PeriodUnit };
  /** Days for testing, appraisal and identification do not count. */
  pauses: boolean;
  /** Where the text was read. */
  source: string;
}

const PROCEDURE = '《市场监督管理行政处罚程序规定》（2022-09-29 修改）';
const PROCEDURE_SOURCE = 'https://github.com/supermariao/laws 政策文件/市场监督管理行政处罚程序规定.md';
const CRIME_SOURCE =
  'https://github.com/LawRefBook/Laws/blob/2f4c5c23716267af9dbebbbbd6cbbf732b101981 行政法规/行政执法机关移送涉嫌犯罪案件的规定';

/** Every period that a case can meet. Correction (责令改正) and its re-check have none in law: the officer sets these dates. */
export const CASE_PERIODS: readonly CasePeriod[] = [
  {
    id: 'check',
    from: 'found',
    until: 'filed',
    count: 15,
    unit: 'working-days',
    basis: `${PROCEDURE}第十八条`,
    extension: { count: 15, unit: 'working-days' },
    pauses: true,
    source: PROCEDURE_SOURCE,
  },
  {
    id: 'assist',
    from: 'assist-received',
    count: 15,
    unit: 'working-days',
    basis: `${PROCEDURE}第四十五条`,
    pauses: false,
    source: PROCEDURE_SOURCE,
  },
  {
    id: 'goods',
    from: 'goods-registered',
    count: 7,
    unit: 'working-days',
    basis: `${PROCEDURE}第三十五条`,
    pauses: false,
    source: PROCEDURE_SOURCE,
  },
  {
    id: 'statement',
    from: 'told',
    count: 5,
    unit: 'working-days',
    basis: `${PROCEDURE}第五十七条`,
    pauses: false,
    source: PROCEDURE_SOURCE,
  },
  {
    id: 'decision',
    from: 'filed',
    until: 'decided',
    count: 90,
    unit: 'days',
    basis: `${PROCEDURE}第六十四条`,
    extension: { count: 30, unit: 'days' },
    pauses: true,
    source: PROCEDURE_SOURCE,
  },
  {
    id: 'service',
    from: 'decided',
    count: 7,
    unit: 'working-days',
    basis: `${PROCEDURE}第八十一条、第八十二条`,
    pauses: false,
    source: PROCEDURE_SOURCE,
  },
  {
    id: 'crime-decision',
    from: 'crime-reported',
    until: 'crime-approved',
    count: 3,
    unit: 'days',
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》（2020-08-07 修订）第五条',
    pauses: false,
    source: CRIME_SOURCE,
  },
  {
    id: 'crime-transfer',
    from: 'crime-approved',
    count: 24,
    unit: 'hours',
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》（2020-08-07 修订）第五条',
    pauses: false,
    source: CRIME_SOURCE,
  },
];
