import { awaitsAnswer, failedForm, formEvents, refusesFields } from '../shared/form-events.js';
import { hasFailedWith, loginDictionary, notifies } from './dictionary.js';

/** An order without a login, with the fields that the library asks for. What is typed is in the secret holder. */
export const guest = loginDictionary.createStateConfig({
  meta: { step: 'login.guest' },
  initial: 'editing',
  on: { 'answers.changed': { actions: 'keepAnswers' } },
  states: {
    editing: { on: formEvents },
    submitting: {
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'orderAsGuest',
        input: ({ context }) => ({ library: context.answers['library'] ?? '' }),
        onDone: {
          target: '#login.guest-ready',
          actions: { type: 'know', params: ({ event }) => ({ reference: event.output.reference ?? null, outcome: 'guest' as const }) },
        },
        onError: [
          {
            guard: 'hasGuestErrors',
            target: 'editing',
            actions: ['keepGuestErrors', { type: 'reportRefusal', params: { code: 'field-invalid' } }, 'reject'],
          },
          { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
          {
            guard: hasFailedWith('library-unknown'),
            target: '#login.library',
            actions: [{ type: 'choose', params: { library: null } }, notifies('library-unknown')],
          },
          {
            guard: hasFailedWith('blocked'),
            target: '#login.blocked',
            actions: ['keepReason', { type: 'reportRefusal', params: { code: 'blocked' } }],
          },
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: failedForm('login.failed'),
  },
});
