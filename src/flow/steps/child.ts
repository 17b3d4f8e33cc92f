import { assign } from 'xstate';
import { expires, part, sessionTimes, whenRefused } from '../part.setup.js';
import { contactOf } from './contact.js';

/** A guardian applies for a child. The child's CPR number, name and PIN are in the private holder, for one request. */
export const child = part.createStateConfig({
  meta: { step: 'register.child' },
  initial: 'editing',
  after: sessionTimes,
  on: { 'draft.changed': { actions: 'keepDraft' }, 'session.extend': '.extending' },
  states: {
    editing: {
      invoke: {
        src: 'listBranches',
        onDone: { actions: assign(({ event }) => ({ branches: event.output, branchesFailed: false })) },
        onError: { actions: assign({ branchesFailed: true }) },
      },
      on: {
        'branches.retry': { guard: 'hasNoBranches', target: 'editing', reenter: true, actions: assign({ branchesFailed: false }) },
        'form.submitted': [
          { guard: 'isSound', target: 'submitting', actions: assign({ errors: [] }) },
          { actions: ['keepErrors', 'reject'] },
        ],
        'paper.chosen': {
          guard: 'hasPaperForm',
          target: '#register.child-form',
          actions: { type: 'remember', params: { step: 'register.child' } },
        },
        'flow.cancel': { target: '#register.left', actions: ['cancel', 'startOver'] },
      },
    },
    extending: {
      invoke: {
        src: 'readSession',
        onDone: { target: '#register.child', reenter: true, actions: assign(({ event }) => ({ session: event.output, notice: null })) },
        onError: [{ guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires }, { target: 'editing' }],
      },
    },
    submitting: {
      meta: { step: 'register.submitting' },
      tags: 'busy',
      invoke: {
        src: 'applyForChild',
        input: ({ context }) => ({
          ...contactOf(context),
          relation: context.draft.relation === 'guardian' ? 'guardian' as const : 'parent' as const,
        }),
        onDone: { target: '#register.application-received', actions: assign(({ event }) => ({ reference: event.output.reference })) },
        onError: whenRefused('editing', 'failed'),
      },
    },
    failed: {
      meta: { step: 'register.failed' },
      exit: assign({ failure: null }),
      on: { 'flow.retry': 'submitting', 'flow.back': 'editing' },
    },
  },
});

/** The form on paper. What is filled in here goes to the printer and nowhere else. */
export const childForm = part.createStateConfig({
  meta: { step: 'register.child-form' },
  invoke: {
    src: 'listBranches',
    onDone: { actions: assign(({ event }) => ({ branches: event.output, branchesFailed: false })) },
    // The form can be printed without them; the field is then a line to write on.
    onError: { actions: assign({ branchesFailed: true }) },
  },
  on: { 'draft.changed': { actions: 'keepDraft' } },
});
