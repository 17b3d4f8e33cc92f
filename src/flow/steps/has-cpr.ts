import { part } from '../part.setup.js';

export const hasCpr = part.createStateConfig({
  meta: { step: 'register.has-cpr' },
  on: {
    'choice.submitted': [
      {
        guard: { type: 'isAnswer', params: { value: 'yes' } },
        target: '#register.pin-route',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.has-cpr' } }],
      },
      {
        guard: { type: 'isAnswer', params: { value: 'no' } },
        target: '#register.needs-loans',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.has-cpr' } }],
      },
      { actions: ['askForAnswer', 'reject'] },
    ],
  },
});
