/** A signing key of a colleague or another office, registered after its fingerprint was compared with them. */
export interface TrustedKey {
  /** SHA-256 of the SPKI bytes, lower-case hex. */
  fingerprint: string;
  /** Whose it is, as the office writes it. */
  holder: string;
  /** Local date of registration, ISO 8601. */
  addedOn: string;
}

/** How a key stands to this office. */
export type KeyStanding = { kind: 'own' } | { kind: 'trusted'; holder: string } | { kind: 'unknown' };

/** A fingerprint as people pass it on: any case, in groups, with blanks, colons or hyphens. Undefined when it is none. */
export function parseFingerprint(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s:：-]/g, '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
}

/** Whether a key is this installation's, one on the office's list, or neither. */
export function keyStanding(fingerprint: string, own: string | null, trusted: readonly TrustedKey[]): KeyStanding {
  if (fingerprint === own) return { kind: 'own' };
  const known = trusted.find((key) => key.fingerprint === fingerprint);
  return known ? { kind: 'trusted', holder: known.holder } : { kind: 'unknown' };
}

/** The standing as the custody log writes it; `compared`: a person compared an unknown fingerprint by other means. */
export function standingWords(standing: KeyStanding, compared: boolean): string {
  if (standing.kind === 'own') return '本机密钥';
  if (standing.kind === 'trusted') return `已登记：${standing.holder}`;
  return compared ? '未登记，导入人声明已与签名单位核对' : '未登记';
}

/** The digits in groups of four, as they are read out and compared. */
export const groupedFingerprint = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
