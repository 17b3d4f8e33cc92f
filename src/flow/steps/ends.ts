import { part } from '../part.setup.js';

/** Ways on that every end of the registration offers. */
export const waysOn = {
  'flow.restart': { target: '#register.left', actions: 'startOver' },
  'audience.change': { guard: 'hasSeveralAudiences', target: '#register.left', actions: 'startOver' },
} as const;

const logsIn = { target: '#register.left', actions: { type: 'leaveTo', params: { place: 'identify' } } } as const;

export const done = part.createStateConfig({
  meta: { step: 'register.done' },
  tags: 'end',
  entry: [{ type: 'complete', params: { outcome: 'registered' } }, 'forgetDraft', 'forgetSession'],
  // Nobody waits for this, and whatever the answer, the token is gone.
  invoke: { src: 'endSession' },
  on: waysOn,
});

export const alreadyPatron = part.createStateConfig({
  meta: { step: 'register.already-patron' },
  tags: 'end',
  entry: { type: 'complete', params: { outcome: 'already-patron' } },
  on: {
    ...waysOn,
    'detour.new-pin': {
      target: '#register.left',
      actions: [
        { type: 'setOut', params: { from: 'register.already-patron', to: 'recover.new-pin' } },
        { type: 'leaveTo', params: { place: 'recover' } },
      ],
    },
  },
});

export const underAge = part.createStateConfig({
  meta: { step: 'register.under-age' },
  tags: 'end',
  entry: { type: 'reportRefusal', params: { code: 'under-age' } },
  on: waysOn,
});

export const blocked = part.createStateConfig({
  meta: { step: 'register.blocked' },
  tags: 'end',
  entry: { type: 'reportRefusal', params: { code: 'blocked' } },
  on: waysOn,
});

export const noRegistryData = part.createStateConfig({
  meta: { step: 'register.no-registry-data' },
  tags: 'end',
  entry: { type: 'reportRefusal', params: { code: 'no-registry-data' } },
  on: waysOn,
});

export const notPermitted = part.createStateConfig({
  meta: { step: 'register.not-permitted' },
  tags: 'end',
  entry: { type: 'reportRefusal', params: { code: 'not-permitted' } },
  on: waysOn,
});

/** Where a fault of the flow itself ends: nothing to retry but the whole. */
export const failed = part.createStateConfig({
  meta: { step: 'register.failed' },
  tags: 'end',
  on: { ...waysOn, 'flow.retry': logsIn, 'flow.back': logsIn },
});
