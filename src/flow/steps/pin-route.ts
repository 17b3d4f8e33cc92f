import { part } from '../part.setup.js';

export const pinRoute = part.createStateConfig({
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
        target: '#register.left',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.pin-route' } }, { type: 'leaveTo', params: { place: 'identify' } }],
      },
      { actions: ['askForAnswer', 'reject'] },
    ],
  },
});
