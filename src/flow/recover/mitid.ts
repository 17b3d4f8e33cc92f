import { recoverDictionary } from './dictionary.js';

const remembers = { type: 'remember', params: { step: 'recover.mitid' } } as const;

/** Two questions, and the right way for their answers. Nothing here asks for a MitID user ID. */
export const mitid = recoverDictionary.createStateConfig({
  meta: { step: 'recover.mitid' },
  on: {
    'answers.changed': { actions: 'keepAnswers' },
    'form.submitted': [
      {
        guard: ({ context, event }) => event.errors.length === 0 && context.answers['document'] === 'foreign-no-cpr',
        target: '#recover.mitid-in-person',
        actions: remembers,
      },
      {
        guard: ({ context, event }) => event.errors.length === 0 && context.answers['app'] === 'yes',
        target: '#recover.mitid-app',
        actions: remembers,
      },
      { guard: 'isComplete', target: '#recover.mitid-phone', actions: remembers },
      { actions: ['keepErrors', 'reject'] },
    ],
  },
});
