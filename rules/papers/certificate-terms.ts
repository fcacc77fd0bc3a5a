/** What kind of paper is shown. */
export const CERTIFICATE_KINDS = [
  'ccc',
  'management-system',
  'organic',
  'voluntary-product',
  'service',
  'cma',
  'inspection-report',
  'cnas',
  'foreign',
  'unknown',
] as const;

export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

/** What is read from a paper, each field once: what formal papers call it, and what its values are. Everything else derives from here. */
const FIELDS = {
  issuingBody: { words: '发证机构', value: 'name', required: true },
  issueDate: { words: '颁发日期', value: 'date', required: true },
  certificateNumber: { words: '证书/报告编码', value: 'number', required: true },
  conclusion: { words: '检测结论', value: 'text', required: true },
  productName: { words: '商品名称', value: 'goods', required: true },
  modelSpec: { words: '规格型号', value: 'model', required: true },
  holder: { words: '持有人', value: 'name', required: false },
  standard: { words: '依据标准', value: 'text', required: false },
  scope: { words: '认证范围', value: 'text', required: false },
  validUntil: { words: '有效期至', value: 'date', required: false },
  approvalNumber: { words: '批准号', value: 'number', required: false },
  creditCode: { words: '统一社会信用代码', value: 'code', required: false },
} as const satisfies Record<string, FieldTerms>;

interface FieldTerms {
  words: string;
  /** The name of somebody, the number of a paper, the code of a firm, or what else is shown. */
  value: 'name' | 'date' | 'number' | 'code' | 'model' | 'goods' | 'text';
  /** One of the six that the notice, part 四（二）, asks sellers to show, in its order. */
  required: boolean;
}

type Fields = typeof FIELDS;

export type CertificateField = keyof Fields;

/** The six fields that the notice asks for. */
export type RequiredField = {
  [Name in CertificateField]: Fields[Name]['required'] extends true ? Name : never;
}[CertificateField];

type FieldOf<Value extends FieldTerms['value']> = {
  [Name in CertificateField]: Fields[Name]['value'] extends Value ? Name : never;
}[CertificateField];

/** Every field, those of the notice first. */
export const CERTIFICATE_FIELDS = Object.keys(FIELDS) as readonly CertificateField[];

export const REQUIRED_FIELDS = CERTIFICATE_FIELDS.filter((field): field is RequiredField => FIELDS[field].required);

/** Fields beside those of the notice, shown below them where they were read. */
export const FURTHER_FIELDS = CERTIFICATE_FIELDS.filter((field) => !FIELDS[field].required);

/** The fields whose values are of these kinds. */
export const fieldsOfValue = <const Value extends FieldTerms['value']>(...values: readonly Value[]) =>
  CERTIFICATE_FIELDS.filter((field): field is FieldOf<Value> =>
    (values as readonly string[]).includes(FIELDS[field].value),
  );

/** What formal papers call each field. */
export const FIELD_WORDS = Object.fromEntries(
  CERTIFICATE_FIELDS.map((field) => [field, FIELDS[field].words]),
) as Readonly<Record<CertificateField, string>>;

/**
 * Why a required field is not read: nothing is shown, what is shown is covered, it cannot be read, or the page puts it off to
 * another place (详见附件).
 */
export const MISSING_REASONS = ['absent', 'masked', 'unreadable', 'elsewhere'] as const;

export type MissingReason = (typeof MISSING_REASONS)[number];

/** What rules beside the notice want on a kind of paper. */
export type FurtherItem = CertificateField | 'cmaMark';
