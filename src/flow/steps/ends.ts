import { assign } from 'xstate';
import { audiencesOf } from '../audiences.js';
import type { Audience, SignupConfig } from '../../contracts/config.js';
import { part } from '../part.setup.js';

const startsOver = { target: '#register.left', actions: ['startOver', 'forget'] } as const;

/** Ways on that every end of the registration offers. */
export const waysOn = {
  'flow.restart': startsOver,
  'audience.change': { guard: 'hasSeveralAudiences', ...startsOver },
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
  initial: 'told',
  states: {
    told: { entry: { type: 'complete', params: { outcome: 'already-patron' } } },
    /** After a detour or a reload: the host page has heard it. */
    again: {},
  },
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

/** Where the library system says no: the session has nothing more to do. */
const refused = <C extends 'under-age' | 'blocked' | 'no-registry-data' | 'not-permitted'>(code: C) => ({
  meta: { step: `register.${code}` as const },
  tags: 'end',
  entry: [{ type: 'reportRefusal', params: { code } }, 'forgetSession'],
  invoke: { src: 'endSession' },
  on: waysOn,
} as const);

export const blocked = part.createStateConfig(refused('blocked'));
export const noRegistryData = part.createStateConfig(refused('no-registry-data'));
export const notPermitted = part.createStateConfig(refused('not-permitted'));

/** Who can be registered by a form on paper. */
const paperAudienceOf = (config: SignupConfig): Audience | undefined => audiencesOf(config).find(({ paper }) => paper === true);

/** A guardian can still fill in the form on paper, where the library has one. */
export const underAge = part.createStateConfig({
  ...refused('under-age'),
  on: {
    ...waysOn,
    'paper.chosen': {
      guard: ({ context: { config } }) => paperAudienceOf(config) !== undefined,
      target: '#register.left',
      actions: [
        assign(({ context: { config, trail } }) =>
          ({ answers: { audience: paperAudienceOf(config)?.id ?? '' }, trail: [...trail, 'register.identify' as const], resumeAt: 'register.child-form' as const })),
        { type: 'leaveTo', params: { place: 'register' } },
      ],
    },
  },
});

/** Where a fault of the flow itself ends: nothing to retry but the whole. */
export const failed = part.createStateConfig({
  meta: { step: 'register.failed' },
  tags: 'end',
  on: { ...waysOn, 'flow.retry': logsIn, 'flow.back': logsIn },
});
