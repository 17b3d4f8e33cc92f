import { flow } from '../setup.js';

export const hasLogin = flow.createStateConfig({
  meta: { step: 'register.has-login' },
  on: {
    'choice.submitted': [
      {
        guard: { type: 'isAnswer', params: { value: 'yes' } },
        target: '#register.identify',
        actions: ['keepAnswer', { type: 'remember', params: { step: 'register.has-login' } }],
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
