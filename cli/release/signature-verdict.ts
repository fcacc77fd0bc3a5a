/** What `npm audit signatures` came to. A registry or mirror without keys proves nothing, and is no failure of a package. */
export type SignatureVerdict = 'verified' | 'invalid' | 'unchecked';

/** npm says it in words alone: it fails the same way for a forged package and for a registry that cannot be asked. */
export function signatureVerdict(status: number | null, said: string): SignatureVerdict {
  if (/(invalid|missing) (registry )?(signature|attestation)/i.test(said)) return 'invalid';
  const verified = /(\d+) packages? ha(?:ve|s) (?:a )?verified registry signatures?/i.exec(said);
  return status === 0 && verified && Number(verified[1]) > 0 ? 'verified' : 'unchecked';
}
