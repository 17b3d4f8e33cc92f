import { assign } from 'xstate';
import { audiencesOf } from '../audiences.js';
import { identifyInput } from '../identify/identify.machine.js';
import { registerProviders } from '../identify/offered-providers.js';
import { rootDictionary } from '../setup.js';

/** The login of a registration. It stands in the root machine, so that the first screen of most libraries needs no more than that. */
export const identify = rootDictionary.createStateConfig({
  meta: { step: 'register.identify' },
  entry: { type: 'resumeAt', params: { step: null } },
  invoke: {
    id: 'identify',
    src: 'identify',
    input: ({ context }) => identifyInput(context, 'register.identify', registerProviders(context)),
    onDone: {
      target: 'identified',
      actions: assign(({ event: { output }, context: { draft } }) =>
        'refusal' in output
          ? { refusal: output.refusal }
          : {
              session: output.session,
              refusal: null,
              notice: null,
              draft: { ...(output.session.person.email !== undefined && { email: output.session.person.email }), ...draft },
            },
      ),
    },
    onError: { target: 'failed', actions: ['keepFailure', 'report'] },
  },
  exit: assign({ returned: null }),
  on: {
    'paper.chosen': {
      guard: 'hasPaperForm',
      target: 'child',
      actions: [
        { type: 'remember', params: { step: 'register.identify' } },
        { type: 'resumeAt', params: { step: 'register.child-form' } },
      ],
    },
    'detour.user-id': {
      target: 'recover',
      actions: { type: 'startDetour', params: { from: 'register.identify', to: 'recover.mitid' } },
    },
    // Where the host page has chosen, and chose wrong.
    'audience.change': {
      guard: ({ context }) => context.trail.length === 0 && audiencesOf(context.config).length > 1,
      target: 'questions',
      actions: [assign({ answers: {}, notice: null }), { type: 'resumeAt', params: { step: 'register.audience' } }],
    },
    'flow.back': {
      guard: 'hasTrail',
      target: 'routing',
      actions: ['resumeAtLastStep', 'goBack'],
    },
  },
});
