import { flow } from '../setup.js';

export const pinRoute = flow.createStateConfig({
  meta: { step: 'register.pin-route' },
  on: {
    'choice.submitted': [
      {
        guard: { type: 'isAnswer', params: { value: 'email' } },
        target: '#register.pin-order',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.pin-route' } }],
      },
      {
        guard: { type: 'isAnswer', params: { value: 'login' } },
        target: '#register.identify',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.pin-route' } }],
      },
      { actions: ['askForAnswer', 'reject'] },
    ],
  },
});
