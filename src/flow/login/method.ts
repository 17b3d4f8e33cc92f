import { loginDictionary, remembers } from './dictionary.js';
import { cardProvider, eidProviders, leavesForCard, registersHere } from './policy.js';

/** The library's own login, MitID, or becoming a patron. */
export const method = loginDictionary.createStateConfig({
  meta: { step: 'login.method' },
  on: {
    'card.chosen': { guard: ({ context }) => !leavesForCard(context), target: '#login.card', actions: remembers('login.method') },
    'identity.chosen': {
      guard: ({ context, event: { provider } }) =>
        eidProviders(context).providers.includes(provider) || (leavesForCard(context) && provider === cardProvider(context.config)),
      target: '#login.identify',
      actions: ['keepChosenProvider', 'forgetIntent', remembers('login.method')],
    },
    'register.chosen': {
      guard: ({ context }) => registersHere(context),
      target: '#left',
      actions: [remembers('login.method'), { type: 'resumeAt', params: { step: 'register.audience' } }],
    },
  },
});
