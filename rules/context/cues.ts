import type { Cue } from './cue.ts';
import { DENIAL_CUES } from './denial-cues.ts';
import { NAMING_CUES } from './naming-cues.ts';
import { REPORTING_CUES } from './reporting-cues.ts';

/** Wordings that look like a cue and are none; blanked before cues are looked for. */
const NO_CUE =
  /不仅|不但|不只|不光|不单|不止|非但|不得不|无不|难道不|不得已|不能不|不会不|不用|不需要?|不必|不等|不愁|不限|不论|不管|不二|不过|不错|不断|不久|不同|不少|不足|(?<!做)不到|不超过?|不变|不满意|不收费|不加价|不成功|不通过|不套路|没问题|无忧|无需|无须|打击力度|查处力度|整治力度|处罚力度|防范风险|未来|没过|别人|别家|特别|区别|级别/g;

/** A cue that is itself denied says nothing: 绝无套路, 拒绝骗局, 不怕被罚. */
export const DENIED_CUE = /(?:无|没有?|非|零|0|拒绝|远离|绝无|杜绝|避免|以免|防止|免|怕|并?不是?)$/;

export const CUES: readonly Cue[] = [...REPORTING_CUES, ...DENIAL_CUES, ...NAMING_CUES];

/** The text with each look-alike of a cue blanked, places kept. */
export const withoutLookAlikes = (text: string) => text.replace(NO_CUE, (word) => '□'.repeat(word.length));
