import { withoutLookAlikes } from '../../rules/context/cues.ts';
import type { ClauseParts } from './clause.ts';

const QUESTION =
  /什么是|何为|何谓|是否|是不是|能不能|能否|可否|会不会|可不可以|有没有|吗|么|靠谱|可信|真的假的|为什么|为何|怎么回事|如何|怎么|怎样|哪家|哪里|哪些|多久/;
const RHETORICAL =
  /想|需要|急需|急着|还在|要不要|愁|烦|我们|我司|本公司|无论|不论|不管|难道|岂不|何乐而不为|不香|不好吗|不行吗|心动|动心|了解一下|见过吗|听过吗|听说过吗/;
const DOUBT = /相信|轻信|以为|敢信/;
const YES =
  /^(?:答[：:]?|A[：:])?\s*(?:能|可以|当然|没问题|是的|行[，！。]|可[，！。]|支持|找我们|找我|联系|加[微VvQ]|来[找我]|马上|立即|我们|本公司|我司)/;

const NO =
  /^(?:答[：:]?|A[：:])?\s*(?:很?抱歉|对不起|不好意思|不可能|不可以|不行|不能|没有|做不到|别做梦|想多了|想都别想|当然不)/;

/** A question without its mark: 最常问的是“能不能〈…〉”; in a title: 代理说〈…〉，敢信吗. */
const UNMARKED = /(?:能不能|能否|可否|会不会|可不可以|是否)[^，。]{0,4}$|(?:哪家|谁家)[^，。]{2,20}$/;
/** …吗, …么, but not the correlative 缺什么〈…〉什么. */
const ASKING_END = /(?:[吗呢]|(?<!什)么|敢信|真的假的|靠谱不)[”"」』]?\s*$/;

/** A question asks about the wording, which may hold the asking word (最快多久出报告？), unless the seller puts it to answer it. */
export function asked(parts: ClauseParts, matched: string): string | undefined {
  const sentence = `${parts.sentenceBefore} ${parts.sentenceAfter}`;
  const definition =
    /什么是|何为|何谓/.exec(parts.clauseBefore) ??
    /^[”"」]?(?:是什么|[^，。]{0,12}?(?:是真的|靠谱|可信|可靠|能用|合法|有效|违法|犯法|能信|敢用|是骗局)吗)/.exec(
      parts.clauseAfter,
    );
  if (definition) return definition[0];
  if (!/[？?]/.test(parts.ending)) {
    const unmarked =
      UNMARKED.exec(parts.clauseBefore)?.[0] ??
      (parts.ending === '' ? ASKING_END.exec(parts.sentenceAfter)?.[0] : undefined);
    return unmarked && (parts.quoted || !RHETORICAL.test(sentence)) ? unmarked : undefined;
  }
  const refusal = NO.exec(parts.next);
  if (refusal) return refusal[0];
  if (YES.test(parts.next)) return undefined;
  if (RHETORICAL.test(sentence) && !DOUBT.test(sentence)) return undefined;
  return (
    QUESTION.exec(withoutLookAlikes(sentence))?.[0] ??
    /多久|几天|多长时间/.exec(matched)?.[0] ??
    (parts.quoted ? parts.ending : undefined)
  );
}
