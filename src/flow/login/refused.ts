import { loginDictionary, remembers } from './dictionary.js';
import { takesGuests } from './policy.js';

/** The library has no login here: why, and the other ways. */
export const unsupported = loginDictionary.createStateConfig({
  meta: { step: 'login.unsupported' },
  on: {
    'guest.chosen': { guard: ({ context }) => takesGuests(context), target: '#login.guest', actions: remembers('login.unsupported') },
    'identity.chosen': { target: '#login.identify', actions: ['keepChosenProvider', 'forgetIntent', remembers('login.unsupported')] },
    'library.change': { guard: ({ context }) => !context.login?.library, target: '#login.library' },
  },
});

/** The card is blocked, or not known there any more. */
export const blocked = loginDictionary.createStateConfig({
  meta: { step: 'login.blocked' },
  on: { 'library.change': { guard: ({ context }) => !context.login?.library, target: '#login.library', actions: 'forgetSession' } },
});
