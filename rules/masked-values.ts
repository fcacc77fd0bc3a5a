import { anyOf, grouped, inRow } from '../utils/base/pattern-parts.ts';
import type { MissingReason } from './papers/certificate-terms.ts';

/** Wordings put where a value belongs, and characters that cover one. What is masked counts as not shown. */
export interface MaskedValue {
  pattern: RegExp;
  /** Why the value is not shown. */
  missing: MissingReason;
  reason: string;
  examples: { masked: readonly string[]; shown: readonly string[] };
}

export const MASKED_VALUES: readonly MaskedValue[] = [
  {
    pattern: anyOf(
      'u',
      inRow(
        /^[(（【[]?(?:具体|详细|详情)?(?:请|可)?/u,
        grouped(
          inRow(
            /(?:详见|参见|参照|见|请见|如|查看|按|同)[\p{Script=Han}A-Za-z/、]{0,10}/u,
            grouped(
              /原件|附件|证书|报告|图|图片|附图|附页|附表|扫描件|复印件|正本|包装|标签|详情页?|页面|链接|官网|二维码|上文|下文|上方|下方|背面|后页|所示/u,
            ),
          ),
          /见[上下](?:图|文)?|同上|以[\p{Script=Han}]{1,8}为准|详见/u,
        ),
        /[）)\]】]?$/u,
      ),
    ),
    missing: 'elsewhere',
    reason: '以“详见”代替',
    examples: {
      masked: ['详见原件', '见附件', '（见证书）', '请见报告原件', '参见附页', '以实物为准', '见下图', '详见证书原件'],
      shown: ['见龙检测有限公司', '中国质量认证中心', 'XB-100'],
    },
  },
  {
    pattern:
      /^[(（【[]?(?:证书|报告)?原件(?:备查|备索|可查|存档|可提供|待查|留存|在库)[)）\]】]?$|^[(（]?备(?:查|索)[)）]?$/u,
    missing: 'elsewhere',
    reason: '以“原件备查”代替',
    examples: { masked: ['（原件备查）', '证书原件备索'], shown: ['原件检测有限公司'] },
  },
  {
    pattern:
      /^[(（]?(?:请|可|如需|需要)?(?:联系|咨询|询问|私信|来电|详询|问)(?:[\p{Script=Han}]{0,6}(?:客服|卖家|商家|我们|获取|索取|店主|查看|咨询)[\p{Script=Han}]{0,4})?[)）]?$/u,
    missing: 'masked',
    reason: '要求询问',
    examples: { masked: ['详询客服', '咨询客服', '请联系客服获取', '联系卖家索取'], shown: ['联合认证中心'] },
  },
  {
    pattern: anyOf(
      'iu',
      inRow(
        /^/u,
        grouped(
          /n\/?a|none|nil|tbd|tba|null|undefined|not (?:shown|available|applicable|disclosed|provided)/u,
          /confidential/u,
          inRow(
            /see (?:the )?/u,
            grouped(/attached|original|certificate|report|below|annex|appendix|attachment|picture|photo|image/u),
            /[a-z ]*/u,
          ),
          /upon request|available (?:up)?on request|on request/u,
          /as per (?:the )?(?:attached|certificate|original)[a-z ]*/u,
          /please (?:contact|ask|inquire|see)[a-z ]*|refer to [a-z ]+/u,
        ),
        /$/u,
      ),
    ),
    missing: 'absent',
    reason: '未填写',
    examples: {
      masked: ['N/A', 'See attached', 'available upon request', 'see original'],
      shown: ['NATA', 'Nilfisk A/S'],
    },
  },
  {
    pattern:
      /^(?:未公开|不公开|保密|隐藏|已隐藏|已打码|打码|商业秘密|企业保密|机密|内部资料|暂不公开|不便公开|涉密|(?:请)?登录(?:后)?(?:可见|查看|可查))$/u,
    missing: 'masked',
    reason: '不公开',
    examples: { masked: ['保密', '已打码', '登录后可见'], shown: ['保定市检测中心'] },
  },
  {
    pattern:
      /^(?:无|暂无|暂缺|未知|未填|未填写|未提供|不详|略|待定|待补|空|没有|未标注|未注明|未显示|未展示|按证书|按原件|办理中|申请中|待出证|待更新|未发证|未出证)$/u,
    missing: 'absent',
    reason: '未填写',
    examples: { masked: ['无', '暂无', '略', '待定'], shown: ['无锡市检测中心', '略阳县市场监督管理局'] },
  },
  {
    pattern:
      /[*＊×✕╳●■█▇▓□○◯]{2,}|[xX]{3,}(?!\p{Script=Han}{2,12}(?:公司|中心|院|所|局|机构|集团|厂))|^[…._]{1,}$|_{3,}|(?<=\d{4}年?)[xX×]{1,2}(?=月|年)/u,
    missing: 'masked',
    reason: '以符号遮盖',
    examples: {
      masked: ['****', '2016****123456', 'XXXX年XX月XX日', '2016XXXX0123', '……', '●●●●', '____'],
      shown: ['XB-100', 'NZJ(2020)JC01-03200', 'DXX-12', '某某认证有限公司', 'XXX检测有限公司'],
    },
  },
  {
    pattern: /^[\s\-–—－/／\\|·.。、,，:：;；?？#]*$/u,
    missing: 'absent',
    reason: '空白',
    examples: { masked: ['——', '/', '-', ''], shown: ['A'] },
  },
];
