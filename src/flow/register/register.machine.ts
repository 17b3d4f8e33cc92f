import { assign } from 'xstate';
import { initialContext } from '../context.js';
import { failed } from '../flow-failed.js';
import { leavesFor, leavesForLastStep } from '../leaving.js';
import { expires } from '../session-end.js';
import { dictionary } from '../setup.js';
import { REFUSALS } from '../types.js';
import { alreadyPatron } from './already-patron.js';
import { blocked } from './blocked.js';
import { details } from './details.js';
import { done } from './done.js';
import { noRegistryData } from './no-registry-data.js';
import { notPermitted } from './not-permitted.js';
import { underAge } from './under-age.js';

/** The registration of a person who has logged in, and every refusal. */
export const registerMachine = dictionary.createMachine({
  id: 'register',
  context: ({ input }) => initialContext(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'flow.back': leavesForLastStep,
    'session.lost': { guard: 'hasSession', ...expires },
  },
  states: {
    entering: {
      exit: { type: 'resumeAt', params: { step: null } },
      always: [
        { guard: { type: 'resumesWithSession', params: { step: 'register.already-patron' } }, target: '#register.already-patron.again' },
        ...REFUSALS.map((refusal) => ({ guard: { type: 'isRefused', params: { refusal } }, target: refusal }) as const),
        { guard: 'hasSession', target: 'identified' },
        // A screen that needed a session, before a reload.
        {
          ...leavesFor('register.identify'),
          actions: [
            { type: 'notify', params: { notice: 'resumed' } },
            { type: 'resumeAt', params: { step: 'register.identify' } },
          ],
        },
      ],
    },
    // Where an identified person leads. The order matters: who is a patron already need not hear about ages.
    identified: {
      always: [
        // A guardian comes here for a refusal only.
        { guard: { type: 'isKind', params: { kind: 'child' } }, target: 'under-age' },
        { guard: { type: 'isStatus', params: { status: 'blocked' } }, target: 'blocked' },
        {
          guard: ({ context }) => context.session?.patron.status === 'active' && context.answers['pinRoute'] === 'login',
          ...leavesFor('recover.new-pin'),
        },
        { guard: { type: 'isStatus', params: { status: 'active' } }, target: 'already-patron' },
        { guard: 'isTooYoung', target: 'under-age' },
        { guard: 'hasNoCpr', target: 'no-cpr' },
        {
          guard: { type: 'isStatus', params: { status: 'lapsed' } },
          target: 'details',
          actions: { type: 'notify', params: { notice: 'lapsed' } },
        },
        { target: 'details' },
      ],
    },
    'no-cpr': {
      always: [
        {
          guard: { type: 'isKind', params: { kind: 'campus' } },
          target: 'left',
          actions: [
            { type: 'notify', params: { notice: 'no-cpr' } },
            { type: 'resumeAt', params: { step: 'register.needs-loans' } },
          ],
        },
        { target: 'no-registry-data' },
      ],
    },
    /** The library system wants a work mailbox that it knows nothing of (any more). What was typed in the form stays. */
    'mailbox-required': {
      always: [
        {
          guard: { type: 'isKind', params: { kind: 'hospital' } },
          target: 'left',
          actions: [
            assign(({ context: { trail } }) => ({
              refusal: null,
              mailboxProof: null,
              trail: trail.slice(0, Math.max(0, trail.indexOf('register.kaldemail'))),
            })),
            { type: 'notify', params: { notice: 'mailbox-required' } },
            { type: 'resumeAt', params: { step: 'register.kaldemail' } },
          ],
        },
        { target: 'not-permitted', actions: assign({ refusal: 'mailbox-required' }) },
      ],
    },
    details,
    done,
    'already-patron': alreadyPatron,
    'under-age': underAge,
    blocked,
    'no-registry-data': noRegistryData,
    'not-permitted': notPermitted,
    failed,
    left: { id: 'left', type: 'final' },
  },
});

export type RegisterMachine = typeof registerMachine;
