import { assign } from 'xstate';
import { part } from '../part.setup.js';
import { waysOn } from './ends.js';

export const applicationReceived = part.createStateConfig({
  meta: { step: 'register.application-received' },
  tags: 'end',
  entry: [{ type: 'complete', params: { outcome: 'application-received' } }, 'forgetDraft', 'forgetSession'],
  invoke: { src: 'endSession' },
  on: waysOn,
});

export const pinOrdered = part.createStateConfig({
  meta: { step: 'register.pin-ordered' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'pin-ordered' } },
  on: waysOn,
});

/** Service points are nice to have here: without them the screen still says what to bring, and to whom. */
export const desk = part.createStateConfig({
  meta: { step: 'register.desk' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'referred' } },
  invoke: {
    src: 'listServicePoints',
    onDone: { actions: assign(({ event }) => ({ servicePoints: event.output })) },
    onError: { actions: assign({ servicePoints: [] }) },
  },
  on: waysOn,
});

export const eAccess = part.createStateConfig({
  meta: { step: 'register.e-access' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'referred' } },
  on: waysOn,
});
