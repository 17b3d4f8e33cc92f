import { part } from '../part.setup.js';

export const needsLoans = part.createStateConfig({
  meta: { step: 'register.needs-loans' },
  on: {
    'choice.submitted': [
      {
        guard: { type: 'isAnswer', params: { value: 'yes' } },
        target: '#register.desk',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.needs-loans' } }],
      },
      {
        guard: { type: 'isAnswer', params: { value: 'no' } },
        target: '#register.e-access',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.needs-loans' } }],
      },
      { actions: ['askForAnswer', 'reject'] },
    ],
  },
});
