import { audienceOf } from '../audiences.js';
import { initialContext } from '../context.js';
import { dictionary } from '../shared/dictionary.js';
import { failed } from '../shared/failed.js';
import { leavesFor, leavesForLastStep, needsLogin } from '../shared/leaving.js';
import { screenOf } from '../shared/refusals.js';
import { expires } from '../shared/session-end.js';
import { REFUSALS } from '../types.js';
import { details } from './details.js';
import { done } from './done.js';

/** The registration of a person who has logged in. Who can't be registered is led to the refusals. */
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
        ...REFUSALS.map((refusal) => ({ guard: { type: 'isRefused', params: { refusal } }, ...leavesFor(screenOf(refusal)) }) as const),
        { guard: 'hasSession', target: 'identified' },
        needsLogin,
      ],
    },
    // Where an identified person leads. The order matters: who is a patron already need not hear about ages.
    identified: {
      always: [
        // A guardian comes here for a refusal only.
        { guard: { type: 'isKind', params: { kind: 'child' } }, ...leavesFor('register.under-age') },
        { guard: { type: 'isStatus', params: { status: 'blocked' } }, ...leavesFor('register.blocked') },
        {
          guard: ({ context }) => context.session?.patron.status === 'active' && context.answers['pinRoute'] === 'login',
          ...leavesFor('recover.new-pin'),
        },
        {
          guard: { type: 'isStatus', params: { status: 'active' } },
          target: 'left',
          actions: [
            { type: 'refuse', params: { refusal: 'already-patron' } },
            { type: 'resumeAt', params: { step: 'register.already-patron' } },
          ],
        },
        { guard: 'isTooYoung', ...leavesFor('register.under-age') },
        {
          guard: ({ context }) => context.session?.person.hasCpr === false && audienceOf(context)?.kind === 'campus',
          target: 'left',
          actions: [
            { type: 'notify', params: { notice: 'no-cpr' } },
            { type: 'resumeAt', params: { step: 'register.needs-loans' } },
          ],
        },
        { guard: ({ context }) => context.session?.person.hasCpr === false, ...leavesFor('register.no-registry-data') },
        {
          guard: { type: 'isStatus', params: { status: 'lapsed' } },
          target: 'details',
          actions: { type: 'notify', params: { notice: 'lapsed' } },
        },
        { target: 'details' },
      ],
    },
    details,
    done,
    failed,
    left: { id: 'left', type: 'final' },
  },
});

export type RegisterMachine = typeof registerMachine;
