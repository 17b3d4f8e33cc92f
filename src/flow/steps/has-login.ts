import { part } from '../part.setup.js';

export const hasLogin = part.createStateConfig({
  meta: { step: 'register.has-login' },
  on: {
    'choice.submitted': [
      {
        guard: { type: 'isAnswer', params: { value: 'yes' } },
        target: '#register.left',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.has-login' } }, { type: 'leaveTo', params: { place: 'identify' } }],
      },
      {
        guard: { type: 'isAnswer', params: { value: 'no' } },
        target: '#register.kaldemail',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.has-login' } }],
      },
      { actions: ['askForAnswer', 'reject'] },
    ],
  },
});
