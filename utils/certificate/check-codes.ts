import { isOfficialHost } from '../../rules/official-hosts.ts';
import type { DecodedCode, Problem } from './certificate.ts';
import type { CheckedCertificate } from './checked-certificate.ts';
import { foldNumber } from './kind.ts';

const NUMBER_LIKE = /[A-Z0-9][A-Z0-9()-]{7,30}/g;

/** Where the codes of a certificate lead, and whether a number in them is the printed one. */
export function checkCodes({ fields, codes }: CheckedCertificate): Problem[] {
  const { certificateNumber } = fields;
  const printed = certificateNumber?.doubtful ? undefined : certificateNumber?.value;
  return codes.flatMap((code) => [...checkHost(code), ...checkPrinted(code, printed)]);
}

function checkHost({ host, text }: DecodedCode): Problem[] {
  if (!host || isOfficialHost(host)) return [];
  return [
    {
      code: 'qr-host',
      detail: `二维码指向 ${host}，不是已知的官方查询网站`,
      compared: [
        { label: 'problem_qrHost', value: host },
        { label: 'problem_qrText', value: text.slice(0, 200) },
      ],
      weight: 'check',
    },
  ];
}

/** Only a code that carries something like the printed number, and not that number, contradicts it. */
function checkPrinted({ text }: DecodedCode, printed: string | undefined): Problem[] {
  if (!printed) return [];
  const number = foldNumber(printed);
  const content = foldNumber(decoded(text));
  if (content.includes(number)) return [];
  const similar = [...content.matchAll(NUMBER_LIKE)]
    .map((match) => match[0])
    .find((other) => other.length === number.length && shapeOf(other) === shapeOf(number));
  if (!similar) return [];
  return [
    {
      code: 'qr-mismatch',
      detail: `二维码中的编号 ${similar} 与印刷的编号 ${printed} 不一致`,
      compared: [
        { label: 'problem_qrNumber', value: similar },
        { label: 'problem_certificateNumber', value: printed },
      ],
      weight: 'doubt',
    },
  ];
}

const shapeOf = (number: string) => number.replace(/[A-Z]/g, 'A').replace(/\d/g, '0');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
