import { dictionary } from '../setup.js';
import { afterTheEnd } from '../leaving.js';

/** A patron already, who may have forgotten the PIN. */
export const alreadyPatron = dictionary.createStateConfig({
  meta: { step: 'register.already-patron' },
  tags: 'end',
  initial: 'told',
  states: {
    told: { entry: { type: 'complete', params: { outcome: 'already-patron' } } },
    /** After a detour or a reload: the host page has heard it. */
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
