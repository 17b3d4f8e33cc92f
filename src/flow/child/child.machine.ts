import { initialContext } from '../context.js';
import { failed } from '../shared/failed.js';
import { leavesForLastStep, needsLogin } from '../shared/leaving.js';
import { expires } from '../shared/session-end.js';
import { dictionary } from '../shared/dictionary.js';
import { applicationReceived } from './application-received.js';
import { child } from './child.js';
import { childForm } from './child-form.js';

/** A guardian applies for a child, on the screen after a login, or on paper without one. */
export const childMachine = dictionary.createMachine({
  id: 'child',
  context: ({ input }) => initialContext(input),
  output: ({ context }) => context,
  initial: 'entering',
  on: {
    'language.changed': { actions: 'keepLanguage' },
    'flow.back': [
      { guard: ({ context }) => context.trail.at(-1) === 'register.child', target: '.child', actions: 'goBack' },
      leavesForLastStep,
    ],
    'session.lost': { guard: 'hasSession', ...expires },
  },
  states: {
    entering: {
      exit: { type: 'resumeAt', params: { step: null } },
      always: [
        { guard: { type: 'resumesAt', params: { step: 'register.child-form' } }, target: 'child-form' },
        { guard: 'hasSession', target: 'child' },
        needsLogin,
      ],
    },
    child,
    'child-form': childForm,
    'application-received': applicationReceived,
    failed,
    left: { id: 'left', type: 'final' },
  },
});

export type ChildMachine = typeof childMachine;
