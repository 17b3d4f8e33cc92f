import { assign } from 'xstate';
import type { Audience, SignupConfig } from '../../contracts/config.js';
import { audiencesOf } from '../audiences.js';
import { dictionary } from '../shared/dictionary.js';
import { afterTheEnd } from '../shared/leaving.js';
import { refusal } from './refusal.js';

/** Who can be registered by a form on paper. */
const paperAudienceOf = (config: SignupConfig): Audience | undefined => audiencesOf(config).find(({ paper }) => paper === true);

/** Too young for this audience. A guardian can still fill in the form on paper, where the library has one. */
export const underAge = dictionary.createStateConfig({
  ...refusal('under-age'),
  on: {
    ...afterTheEnd,
    'paper.chosen': {
      guard: ({ context: { config } }) => paperAudienceOf(config) !== undefined,
      target: '#left',
      actions: assign(({ context: { config, trail } }) => ({
        answers: { audience: paperAudienceOf(config)?.id ?? '' },
        trail: [...trail, 'register.identify' as const],
        resumeAt: 'register.child-form' as const,
      })),
    },
  },
});
