import { registration } from '../register.setup.js';

export const hasCpr = registration.createStateConfig({
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
