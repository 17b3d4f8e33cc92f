import { flow } from '../setup.js';

export const audience = flow.createStateConfig({
  meta: { step: 'register.audience' },
  on: {
    'choice.submitted': [
      {
        guard: 'isAudience',
        target: '#register.routing',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.audience' } }],
      },
      { actions: ['askForAnswer', 'reject'] },
    ],
  },
});
