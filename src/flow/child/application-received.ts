import { dictionary } from '../shared/dictionary.js';
import { afterTheEnd, noWayBack } from '../shared/leaving.js';

/** The application for a child has been sent; the library decides. */
export const applicationReceived = dictionary.createStateConfig({
  meta: { step: 'register.application-received' },
  tags: 'end',
  entry: [{ type: 'complete', params: { outcome: 'application-received' } }, 'forgetDraft', 'forgetSession'],
  invoke: { src: 'endSession' },
  on: { ...afterTheEnd, ...noWayBack },
});
