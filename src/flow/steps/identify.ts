import { flow, positionOf, providersOf, REFUSAL_TARGETS } from '../setup.js';
import { REFUSALS } from '../identify.machine.js';
import { assign } from 'xstate';

export const identify = flow.createStateConfig({
  meta: { step: 'register.identify' },
  invoke: {
    id: 'identify',
    src: 'identify',
    input: ({ context }) => {
      const { providers, notice } = providersOf(context);
      return {
        language: context.language,
        position: positionOf(context, 'register.identify'),
        providers,
        notice: context.notice ?? notice,
        returned: context.returned,
      };
    },
    onDone: [
      ...REFUSALS.map((refusal) => ({
        guard: ({ event }: { event: { output: object } }) => 'refusal' in event.output && event.output.refusal === refusal,
        target: REFUSAL_TARGETS[refusal],
      })),
      {
        target: '#register.identified',
        actions: assign(({ event, context }) => ('session' in event.output
          ? {
            session: event.output.session,
            returned: null,
            notice: null,
            draft: { ...(event.output.session.person.email === undefined ? {} : { email: event.output.session.person.email }), ...context.draft },
          }
          : {})),
      },
    ],
    onError: { target: '#register.failed', actions: ['keepFailure', 'report'] },
  },
  on: {
    'paper.chosen': {
      guard: 'hasPaperForm',
      target: '#register.child-form',
      actions: { type: 'remember', params: { step: 'register.identify' } },
    },
  },
  exit: assign({ returned: null }),
});
