import type { Problem } from './certificate.ts';
import { checkCodes } from './check-codes.ts';
import { checkDates } from './check-dates.ts';
import { checkIssuer, checkStateName } from './check-issuer.ts';
import { checkNumber } from './check-number.ts';
import type { CheckContext, CheckedCertificate } from './checked-certificate.ts';
import { isCreditCode } from './credit-code.ts';
import { checkDoubtful } from './doubtful-numbers.ts';
import { foldNumber } from './kind.ts';

/** Everything that does not fit together in a certificate, each with both values. */
export function checkCertificate(certificate: CheckedCertificate, context: CheckContext): Problem[] {
  return [
    ...checkDates(certificate, context),
    ...checkNumber(certificate, context),
    ...checkIssuer(certificate),
    ...checkStateName(certificate, context),
    ...checkCreditCode(certificate),
    ...checkCodes(certificate),
    ...checkDoubtful(certificate),
  ];
}

function checkCreditCode({ fields }: CheckedCertificate): Problem[] {
  const shown = fields.creditCode;
  // A weak character is a question to the picture, not to whoever shows the code.
  if (!shown || shown.doubtful) return [];
  const code = foldNumber(shown.value);
  if (isCreditCode(code)) return [];
  return [
    {
      code: 'uscc-check-digit',
      detail: `统一社会信用代码 ${shown.value} 与校验规则（GB 32100，18 位）不一致，需人工核对`,
      compared: [
        { label: 'problem_creditCode', value: shown.value },
        { label: 'problem_expectedFormat', value: 'GB 32100-2015' },
      ],
      weight: 'check',
    },
  ];
}
