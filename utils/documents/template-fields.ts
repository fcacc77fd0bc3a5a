/** One placeholder that a template may hold, as the settings page lists it. */
export interface TemplateField {
  /** Between the braces: `{{证据编号}}`. */
  name: string;
  meaning: string;
  /** Stands alone in its paragraph and becomes paragraphs or a table. */
  block?: true;
}

/** Every placeholder that is filled in; any other one is named when the template is taken in, and left as a marked blank. */
export const TEMPLATE_FIELDS: readonly TemplateField[] = [
  { name: '标题', meaning: '文书标题，取自设置' },
  { name: '文号', meaning: '按编号规则给出的文号' },
  { name: '制作日期', meaning: '制作文书的日期' },
  { name: '单位名称', meaning: '设置中的单位名称' },
  { name: '取证人员一', meaning: '第一名取证人员姓名' },
  { name: '执法证号一', meaning: '第一名取证人员的执法证号' },
  { name: '取证人员二', meaning: '第二名取证人员姓名' },
  { name: '执法证号二', meaning: '第二名取证人员的执法证号' },
  { name: '取证人员', meaning: '全部取证人员及执法证号' },
  { name: '复核人员', meaning: '第二人复核的人员、时间和核对内容' },
  { name: '案由', meaning: '案件名称' },
  { name: '线索编号', meaning: '案件的线索编号' },
  { name: '线索来源', meaning: '案件来源' },
  { name: '发现日期', meaning: '发现或收到线索的日期' },
  { name: '核查截止日', meaning: '十五个工作日的届满日，已批准延长的按延长后计算' },
  { name: '登记人', meaning: '登记线索的人员' },
  { name: '当事人', meaning: '当事人名称' },
  { name: '统一社会信用代码', meaning: '当事人的统一社会信用代码' },
  { name: '住所地', meaning: '当事人住所地' },
  { name: '实际经营地', meaning: '当事人实际经营地' },
  { name: '联系方式', meaning: '当事人联系方式' },
  { name: '网站备案号', meaning: '当事人网站的备案号' },
  { name: '平台名称', meaning: '网络交易平台名称' },
  { name: '店铺名称', meaning: '平台上的店铺或账号名称' },
  { name: '疑似情形摘要', meaning: '案件中填写的摘要' },
  { name: '接收单位', meaning: '移送的接收单位' },
  { name: '移送日期', meaning: '移送日期' },
  { name: '签收人', meaning: '接收单位签收人' },
  { name: '办理结果', meaning: '办理结果反馈' },
  { name: '证据编号', meaning: '全部证据的编号' },
  { name: '证据件数', meaning: '证据件数' },
  { name: '文件个数', meaning: '全部文件的个数' },
  { name: '页面标题', meaning: '每份证据的页面标题，一行一个' },
  { name: '网址', meaning: '每份证据的网址，一行一个' },
  { name: '开始时间', meaning: '最早开始取证的时间' },
  { name: '结束时间', meaning: '最后封存的时间' },
  { name: '提取软件', meaning: '软件名称和版本' },
  { name: '浏览器和操作系统', meaning: '浏览器标识' },
  { name: '时区', meaning: '取证设备的时区' },
  { name: '记录校验值', meaning: '每份封存记录的 SHA-256，一行一个' },
  { name: '证据清单', meaning: '编号、标题、网址、校验值的表格', block: true },
  { name: '电子数据清单', meaning: '逐个文件的类别、格式、大小、校验值的表格', block: true },
  { name: '提取过程', meaning: '每份证据的取证步骤和时间，一份一段', block: true },
  { name: '未取得事项', meaning: '未能提取的事项和原因的表格', block: true },
  { name: '疑似表述', meaning: '疑似表述、规则和依据的表格', block: true },
  { name: '证书与报告', meaning: '证书与报告的缺失和存疑的表格', block: true },
];

/** Names of the placeholders that are filled in. */
export const isTemplateField = (name: string): boolean => TEMPLATE_FIELDS.some((field) => field.name === name);
