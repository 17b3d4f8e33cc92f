import type { Step } from '../types.js';

/** Ends the machine that is running: the root machine carries on at this step. */
export const leavesFor = <S extends Step>(step: S) => ({ target: '#left', actions: { type: 'resumeAt', params: { step } } }) as const;

/** A screen that needed a session, before a reload: through the login again. */
export const needsLogin = {
  target: '#left',
  actions: [
    { type: 'notify', params: { notice: 'resumed' } },
    { type: 'resumeAt', params: { step: 'register.identify' } },
  ],
} as const;

/** Back to a screen of another machine. */
export const leavesForLastStep = { guard: 'hasTrail', target: '#left', actions: ['resumeAtLastStep', 'goBack'] } as const;

const startsOver = { target: '#left', actions: ['startOver', 'forget'] } as const;

/** Nothing leads back from what has been done: a second registration, or another PIN. */
export const noWayBack = { 'flow.back': {} } as const;

/** The ways on that every end offers. */
export const afterTheEnd = {
  'flow.restart': startsOver,
  'audience.change': { guard: 'hasSeveralAudiences', ...startsOver },
} as const;
