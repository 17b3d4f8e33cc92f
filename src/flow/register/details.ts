import { assign } from 'xstate';
import { awaitsAnswer, failedForm, formEvents, refusesFields } from '../shared/form-events.js';
import { dictionary } from '../shared/dictionary.js';
import { listsBranches } from '../shared/branches.js';
import { contactOf } from '../shared/contact.js';
import { expires, sessionTimes } from '../shared/session-end.js';
import { whenRefused } from '../shared/refusals.js';

/** What only the patron knows: where to write, where to pick up, which PIN. The PIN is in the secret holder, for one request. */
export const details = dictionary.createStateConfig({
  meta: { step: 'register.details' },
  initial: 'editing',
  after: sessionTimes,
  on: { 'draft.changed': { actions: 'keepDraft' }, 'session.extend': '.extending' },
  states: {
    editing: {
      ...listsBranches,
      on: {
        ...listsBranches.on,
        ...formEvents,
        'flow.cancel': { target: '#left', actions: ['cancel', 'startOver'] },
      },
    },
    extending: {
      invoke: {
        src: 'readSession',
        onDone: { target: '#register.details', reenter: true, actions: assign(({ event }) => ({ session: event.output, notice: null })) },
        onError: [{ guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires }, { target: 'editing' }],
      },
    },
    submitting: {
      meta: { step: 'register.submitting' },
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'registerPatron',
        input: ({ context }) => ({
          ...contactOf(context),
          ...(context.config.register?.terms !== undefined && { acceptedTerms: context.config.register.terms.version }),
          ...(context.mailboxProof !== null && { mailboxProof: context.mailboxProof }),
        }),
        onDone: { target: '#register.done', actions: assign(({ event }) => ({ registration: event.output })) },
        onError: [
          { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires },
          { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
          ...whenRefused,
          { target: 'failed', actions: ['keepFailure', 'report'] },
        ],
      },
    },
    failed: failedForm('register.failed'),
  },
});
