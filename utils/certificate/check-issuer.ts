import {
  APPROVAL_NUMBER,
  CCC_BODY_CODES,
  CERTIFYING_BODY,
  CMA_REGIONS,
  NUMBER_FORMATS,
} from '../../rules/certificate-numbers.ts';
import { STATE_INSTITUTIONS, STATE_SCHEMES, STATE_WORDS } from '../../rules/state-names.ts';
import type { Problem } from './certificate.ts';
import type { CheckContext, CheckedCertificate } from './checked-certificate.ts';
import { foldNumber } from './kind.ts';

/** What the number says of its issuer against the body named and the approval number shown. */
export function checkIssuer(certificate: CheckedCertificate): Problem[] {
  const number = certificate.fields.certificateNumber?.value;
  const groups =
    number && NUMBER_FORMATS.find(({ kind }) => kind === certificate.kind)?.pattern.exec(foldNumber(number))?.groups;
  const found = groups ? (fromBodyCode(certificate, groups) ?? fromRegion(certificate, groups)) : undefined;
  return found ? [found] : [];
}

function fromBodyCode({ kind, fields }: CheckedCertificate, { body }: Record<string, string>): Problem | undefined {
  if (!body) return undefined;
  const named = fields.issuingBody?.value;
  if (kind === 'ccc') {
    const owner = CCC_BODY_CODES.find(({ code }) => code === body);
    if (owner && named && !owner.name.test(named)) return mismatch(`机构代码 ${body}（${owner.display}）`, named);
    const claimed = named ? CCC_BODY_CODES.find(({ name }) => name.test(named)) : undefined;
    if (claimed && claimed.code !== body) return mismatch(`机构代码 ${body}`, `${named}（机构代码 ${claimed.code}）`);
    return named && !CERTIFYING_BODY.pattern.test(named) ? noCertifyingBody(body, named) : undefined;
  }
  const approval = fields.approvalNumber?.value.normalize('NFKC').toUpperCase().match(APPROVAL_NUMBER.pattern)?.groups;
  if (!approval) return undefined;
  const foreign = body.startsWith('F');
  const agrees = foreign === (approval.series === 'RF') && Number(body.replace('F', '')) === Number(approval.serial);
  return agrees ? undefined : mismatch(`编号前缀 ${body}`, `批准号 ${fields.approvalNumber!.value}`);
}

/** The province in a CMA number against the province in the name of the authority. */
function fromRegion({ fields }: CheckedCertificate, { region }: Record<string, string>): Problem | undefined {
  const named = fields.issuingBody?.value;
  const expected = region && CMA_REGIONS[Number(region)];
  if (!named || !expected) return undefined;
  const shown = CMA_REGIONS.find((name) => named.startsWith(name) || named.startsWith(`中国${name}`));
  return shown && shown !== expected ? mismatch(`编号中的发证机关 ${region}（${expected}）`, named) : undefined;
}

/** The number of a CCC certificate names a certification body by its code; the name of a consultancy is none. */
function noCertifyingBody(code: string, named: string): Problem {
  const asked = mismatch(`机构代码 ${code}（认证机构）`, named);
  return {
    ...asked,
    detail: `编号中的机构代码 ${code} 是认证机构的代码，“${named}”的名称不像认证机构，需人工核对`,
    weight: 'check',
  };
}

function mismatch(fromNumber: string, shown: string): Problem {
  return {
    code: 'issuer-mismatch',
    detail: `${fromNumber} 与 ${shown} 不一致`,
    compared: [
      { label: 'problem_numberIssuer', value: fromNumber },
      { label: 'problem_issuingBody', value: shown },
    ],
    weight: 'doubt',
  };
}

const hasStateWord = (name: string, rightful: readonly RegExp[]) =>
  STATE_WORDS.test(rightful.reduce((rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), ''), name));

/** 中国, 中华, 全国, 国家 in the name of a body that is no institution of the state, or of its certificate. */
export function checkStateName({ fields }: CheckedCertificate, { names = [] }: CheckContext): Problem[] {
  const body = fields.issuingBody?.value;
  const suspect =
    body && hasStateWord(body, STATE_INSTITUTIONS)
      ? body
      : names.find((name) => hasStateWord(name, [...STATE_SCHEMES, ...STATE_INSTITUTIONS]));
  if (!suspect) return [];
  const word = suspect.match(STATE_WORDS)?.[0] ?? '';
  return [
    {
      code: 'state-name',
      detail: `“${suspect}”冠有“${word}”，不在已知的国家机构和国家统一推行的制度之列`,
      compared: [
        { label: 'problem_name', value: suspect },
        { label: 'problem_stateWord', value: word },
      ],
      weight: 'check',
    },
  ];
}
