import { DENIED_CUE, withoutLookAlikes } from '../../rules/context/cues.ts';
import { anyOf } from '../base/pattern-parts.ts';
import type { Judgement } from './judgement.ts';

/** Words that decide by themselves, and words that do so in a heading that leads a list. */
const TELLS = anyOf(
  'g',
  /违禁|敏感词|零容忍|红线|(?:常见)?不符合(?:项|情况)?$|(?:不合格|违规|禁止)(?:情形|行为)|骗局|陷阱|骗术|套路|避坑|不能信|不可信|别信|莫信|误区|谎言/,
  /记者[^，。]{0,4}(?:调查|暗访|实测|体验|走访|发现)|央视[^，。]{0,4}(?:曝光|起底|调查|揭|报道)|暗访|起底|真相|黑产|热门搜索|热搜|相关搜索/,
  /大家(?:都|还)?在?搜|搜索历史|猜你想搜|热门标签|标签云|热门话题|(?:什么|哪些)(?:情况|情形|条件|产品|企业)[^。]{0,12}(?:免|可以|不需要|无需|不用)/,
);
const LEADS = /不得|严禁|禁止|禁用|违规|违法|谨防|警惕|当心|曝光|查处|打击|整治|负面清单|涉嫌|虚假|辟谣|话术/g;
const LIST_LEAD =
  /[：:]\s*$|以下|下列|如下|词|用语|字样|行为|清单|内容|表述|表现|情形|信息|名单|示例|案例|话术|类型|手法|特征|宣传|广告/;
const NOT_DOING = /不(?:承诺|提供|受理|开展|代办|做)[^。]{0,12}(?:[：:]\s*$|以下|下列|如下|事项|服务|业务)/;

/** A heading or list lead speaks for the items below it. A shop's 谨防假冒 over its own offer does not. */
export function headingCue(heading: string, sells: boolean): Judgement | undefined {
  if (heading === '' || sells) return undefined;
  const text = withoutLookAlikes(heading);
  const denial = NOT_DOING.exec(text);
  if (denial) return { disposition: 'negated', reason: denial[0] };
  for (const pattern of LIST_LEAD.test(text) ? [TELLS, LEADS] : [TELLS]) {
    for (const match of text.matchAll(pattern)) {
      if (!DENIED_CUE.test(text.slice(0, match.index))) return { disposition: 'cited', reason: match[0] };
    }
  }
  return undefined;
}
