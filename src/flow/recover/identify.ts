import { assign, not } from 'xstate';
import { identifyInput } from '../identify/identify.machine.js';
import { recoverProviders } from './offered-providers.js';
import { recoverDictionary } from './dictionary.js';
import { refusedAs } from './session.js';

/** The login of somebody who has forgotten a user ID or a PIN. */
export const identify = recoverDictionary.createStateConfig({
  meta: { step: 'recover.identify' },
  invoke: {
    id: 'identify',
    src: 'identify',
    input: ({ context }) => identifyInput(context, 'recover.identify', recoverProviders(context)),
    onDone: [
      {
        guard: ({ event }) => 'refusal' in event.output,
        target: 'identify',
        reenter: true,
        actions: [assign({ returned: null }), { type: 'notify', params: { notice: 'not-permitted' } }],
      },
      {
        target: 'identified',
        actions: assign(({ event: { output } }) => ({ session: 'session' in output ? output.session : null, notice: null })),
      },
    ],
    onError: { target: 'failed', actions: ['keepFailure', 'report'] },
  },
  exit: assign({ returned: null }),
});

/** Where an identified person leads. */
export const identified = recoverDictionary.createStateConfig({
  always: [
    { guard: { type: 'isStatus', params: { status: 'blocked' } }, ...refusedAs('blocked') },
    { guard: not({ type: 'isStatus', params: { status: 'active' } }), ...refusedAs('not-a-patron') },
    { guard: ({ context }) => context.answers['forgotten'] === 'library', target: 'user-ids' },
    { target: 'new-pin' },
  ],
});
