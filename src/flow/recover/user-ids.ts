import { assign } from 'xstate';
import { awaitsAnswer, failedForm, formEvents, refusesFields } from '../shared/form-events.js';
import { recoverDictionary } from './dictionary.js';
import { expires, sessionTimes } from './session.js';

/** Results of making an e-mail address a user ID that the patron can do something about, at the field. */
const AT_THE_FIELD = ['account-mismatch', 'already-linked', 'not-permitted'] as const;

/** The patron's user IDs, masked; and, where the library allows it, the e-mail address as one more. */
export const userIds = recoverDictionary.createStateConfig({
  meta: { step: 'recover.user-ids' },
  initial: 'reading',
  after: sessionTimes,
  on: { 'draft.changed': { actions: 'keepDraft' } },
  states: {
    reading: {
      tags: 'busy',
      invoke: {
        src: 'listUserIds',
        onDone: {
          target: 'editing',
          actions: [assign(({ event }) => ({ userIds: event.output })), { type: 'complete', params: { outcome: 'user-ids-shown' } }],
        },
        onError: [
          { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires },
          { target: 'unread', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    unread: { meta: { step: 'recover.failed' }, exit: 'clearFailure', on: { 'flow.retry': 'reading' } },
    editing: { on: { ...formEvents, 'session.extend': 'extending' } },
    extending: {
      invoke: {
        src: 'readSession',
        onDone: { target: '#recover.user-ids', reenter: true, actions: assign(({ event }) => ({ session: event.output, notice: null })) },
        onError: expires,
      },
    },
    submitting: {
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'addEmailUserId',
        input: ({ context }) => ({ email: context.draft.email ?? '' }),
        onDone: { target: 'editing', actions: [assign({ emailIsUserId: true, errors: [] }), 'forgetDraft', 'accept'] },
        onError: [
          { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires },
          { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
          ...AT_THE_FIELD.map(
            (code) =>
              ({
                guard: { type: 'hasFailedWith', params: { code } },
                target: 'editing',
                actions: ['keepEmailError', 'reject'],
              }) as const,
          ),
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: failedForm('recover.failed'),
  },
});
