import { assign } from 'xstate';
import { awaitsAnswer, failedForm, formEvents, refusesFields } from '../shared/form-events.js';
import { dictionary } from '../shared/dictionary.js';
import { listsBranches } from '../shared/branches.js';
import { contactOf } from '../shared/contact.js';
import { expires, sessionTimes } from '../shared/session-end.js';
import { whenRefused } from '../shared/refusals.js';

/** A guardian applies for a child. The child's CPR number, name and PIN are in the secret holder, for one request. */
export const child = dictionary.createStateConfig({
  meta: { step: 'register.child' },
  initial: 'editing',
  after: sessionTimes,
  on: { 'draft.changed': { actions: 'keepDraft' }, 'session.extend': '.extending' },
  states: {
    editing: {
      ...listsBranches,
      on: {
        ...listsBranches.on,
        ...formEvents,
        'paper.chosen': {
          guard: 'hasPaperForm',
          target: '#child.child-form',
          actions: { type: 'remember', params: { step: 'register.child' } },
        },
        'flow.cancel': { target: '#left', actions: ['cancel', 'startOver'] },
      },
    },
    extending: {
      invoke: {
        src: 'readSession',
        onDone: { target: '#child.child', reenter: true, actions: assign(({ event }) => ({ session: event.output, notice: null })) },
        onError: [{ guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires }, { target: 'editing' }],
      },
    },
    submitting: {
      meta: { step: 'register.submitting' },
      tags: 'busy',
      on: awaitsAnswer,
      invoke: {
        src: 'applyForChild',
        input: ({ context }) => ({
          ...contactOf(context),
          relation: context.draft.relation === 'guardian' ? ('guardian' as const) : ('parent' as const),
        }),
        onDone: { target: '#child.application-received', actions: assign(({ event }) => ({ reference: event.output.reference })) },
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
