import { assign } from 'xstate';
import { dictionary } from '../shared/dictionary.js';
import { afterTheEnd } from '../shared/leaving.js';

/** Where to come for a temporary borrower number. Without the service points the screen still says what to bring, and whom to ask. */
export const desk = dictionary.createStateConfig({
  meta: { step: 'register.desk' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'referred' } },
  invoke: {
    src: 'listServicePoints',
    onDone: { actions: assign(({ event }) => ({ servicePoints: event.output })) },
    onError: { actions: assign({ servicePoints: [] }) },
  },
  on: afterTheEnd,
});
