const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = 31;

/**
 * The check character of a 统一社会信用代码 (GB 32100-2015): weights 3^i mod 31 over the first 17 characters.
 * Undefined when one of them is not of the alphabet (no I, O, S, V, Z).
 */
export function checkCharacter(code: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const char of code.slice(0, 17)) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS];
}

/** Eighteen characters whose last one fits the others. A code that fails may still be real: it has to be looked up. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && checkCharacter(code) === code[17];
}
