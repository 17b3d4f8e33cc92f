import { questionDictionary } from '../answers.js';

/** Who is to be a patron, where the library registers several kinds of people. */
export const audience = questionDictionary.createStateConfig({
  meta: { step: 'register.audience' },
  entry: { type: 'resumeAt', params: { step: null } },
  on: {
    'choice.submitted': [
      { guard: 'isAudience', target: 'chosen', actions: ['keepAnswer', { type: 'remember', params: { step: 'register.audience' } }] },
      { actions: ['askForAnswer', 'reject'] },
    ],
  },
});
