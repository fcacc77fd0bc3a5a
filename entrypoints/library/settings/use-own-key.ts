import { useEffect, useState } from 'preact/hooks';
import type { SigningKey } from '../../../utils/evidence/seal.ts';
import { signingKey } from '../../../utils/store/signing-key.ts';

/** The signing key of this installation; null until it is read or made. */
export function useOwnKey(): SigningKey | null {
  const [key, setKey] = useState<SigningKey | null>(null);
  useEffect(() => void signingKey().then(setKey, reportError), []);
  return key;
}
