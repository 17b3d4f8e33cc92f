import { awaitsAnswer, failedForm, formEvents, refusesFields } from '../shared/form-events.js';
import { extending, hasFailedWith, loginDictionary, remembers, sessionIsOver, sessionTimes } from './dictionary.js';

/** The PIN of the library that is ordered to. */
export const orderPin = loginDictionary.createStateConfig({
  meta: { step: 'login.order-pin' },
  exit: 'forgetCard',
  initial: 'editing',
  after: sessionTimes,
  on: {
    'library.change': {
      guard: ({ context }) => !context.login?.library,
      target: '#login.library',
      actions: remembers('login.order-pin'),
    },
  },
  states: {
    editing: { on: { ...formEvents, 'session.extend': 'extending' } },
    extending: extending('order-pin'),
    submitting: {
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'checkOrder',
        input: ({ context }) => ({ library: context.answers['library'] ?? '' }),
        onDone: { target: '#login.done', actions: { type: 'endsIn', params: { outcome: 'order-checked' } } },
        onError: [
          sessionIsOver,
          {
            guard: hasFailedWith('credentials-wrong'),
            target: 'editing',
            actions: ['keepWrongPin', { type: 'reportRefusal', params: { code: 'credentials-wrong' } }, 'reject'],
          },
          { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
          ...(['blocked', 'not-found'] as const).map(
            (code) =>
              ({
                guard: hasFailedWith(code),
                target: '#login.blocked',
                actions: ['keepReason', { type: 'reportRefusal', params: { code } }],
              }) as const,
          ),
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: failedForm('login.failed'),
  },
});
