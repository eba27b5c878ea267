import type { Day } from './days.js';

/** Crockford's base 32: no letter that reads as a digit, so that a code can be said aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Writes random bytes as a code, five bits a byte, in groups of five: `7K3QX-9M2VT`. */
export function spellCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => alphabet[byte & 31]).join('');
  return letters.match(/.{1,5}/g)?.join('-') ?? '';
}

/** A code of 50 random bits, in two groups: guessing one is hopeless at any rate limit. */
export function newFollowUpCode(): string {
  return spellCode(crypto.getRandomValues(new Uint8Array(10)));
}

/** A reference to say aloud, `26-7K3QX9`: 30 random bits after the year, no count to read from it. */
export function newReference(today: Day): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `${today.slice(2, 4)}-${spellCode(bytes).replace('-', '')}`;
}

/** How a follow-up code is written. */
export const followUpCodePattern = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;

/** Reads a code as people type it: any case, with or without separators, O for 0, I or L for 1. */
export function readCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return letters.match(/.{1,5}/g)?.join('-') ?? '';
}
