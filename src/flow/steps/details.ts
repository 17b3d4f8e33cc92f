import { assign } from 'xstate';
import { expires, part, sessionTimes, whenRefused } from '../part.setup.js';
import { contactOf } from './contact.js';

export const details = part.createStateConfig({
  meta: { step: 'register.details' },
  initial: 'editing',
  after: sessionTimes,
  on: { 'draft.changed': { actions: 'keepDraft' }, 'session.extend': '.extending' },
  states: {
    editing: {
      // The port answers from memory once it has them, so coming back here costs nothing.
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
        'flow.cancel': { target: '#register.left', actions: ['cancel', 'startOver'] },
      },
    },
    extending: {
      invoke: {
        src: 'readSession',
        onDone: {
          target: '#register.details',
          reenter: true,
          actions: assign(({ event }) => ({ session: event.output, notice: null })),
        },
        onError: [
          { guard: { type: 'hasFailedWith', params: { code: 'session-expired' } }, ...expires },
          { target: 'editing' },
        ],
      },
    },
    submitting: {
      meta: { step: 'register.submitting' },
      tags: 'busy',
      invoke: {
        src: 'registerPatron',
        input: ({ context }) => ({
          ...contactOf(context),
          ...(context.config.register?.terms === undefined ? {} : { acceptedTerms: context.config.register.terms.version }),
          ...(context.mailboxProof === null ? {} : { mailboxProof: context.mailboxProof }),
        }),
        onDone: { target: '#register.done', actions: assign(({ event }) => ({ registration: event.output })) },
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
