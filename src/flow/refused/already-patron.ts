import { dictionary } from '../shared/dictionary.js';
import { afterTheEnd } from '../shared/leaving.js';

/** A patron already, who may have forgotten the PIN. */
export const alreadyPatron = dictionary.createStateConfig({
  meta: { step: 'register.already-patron' },
  tags: 'end',
  initial: 'entering',
  states: {
    entering: {
      always: [
        { guard: { type: 'isRefused', params: { refusal: 'already-patron' } }, target: 'told' },
        // After a detour: the host page has heard it.
        { target: 'again' },
      ],
    },
    told: {
      entry: [
        { type: 'complete', params: { outcome: 'already-patron' } },
        { type: 'refuse', params: { refusal: null } },
      ],
    },
    again: {},
  },
  on: {
    ...afterTheEnd,
    'detour.new-pin': {
      target: '#left',
      actions: { type: 'startDetour', params: { from: 'register.already-patron', to: 'recover.new-pin' } },
    },
  },
});
