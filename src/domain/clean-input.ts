/**
 * Characters that nobody sees, which come along when something is pasted: directions of writing around phone numbers (U+202A … U+2069), joiners, soft
 * hyphens, byte order marks, variation selectors, fillers and control characters.
 */
const INVISIBLE = /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]/gu;
/** What a keyboard for Chinese or Japanese makes of digits, and of what phone numbers and addresses are written with. */
const FULL_WIDTH = /[\uff08-\uff19\uff20]/g;

/** What is meant by what was typed, pasted or filled in: what can be seen of it, with plain digits and single, plain spaces. */
export const cleanInput = (typed: string): string =>
  typed
    .replace(/[\t-\r]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .normalize('NFC')
    .trim();
