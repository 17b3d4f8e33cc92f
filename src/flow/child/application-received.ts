import { dictionary } from '../setup.js';
import { afterTheEnd } from '../leaving.js';

/** The application for a child has been sent; the library decides. */
export const applicationReceived = dictionary.createStateConfig({
  meta: { step: 'register.application-received' },
  tags: 'end',
  entry: [{ type: 'complete', params: { outcome: 'application-received' } }, 'forgetDraft', 'forgetSession'],
  invoke: { src: 'endSession' },
  on: afterTheEnd,
});
