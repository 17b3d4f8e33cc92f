import { REFUSALS } from '../types.js';

/** Where a refusal of the library system leads: out of this machine, to the screen that says why. */
export const whenRefused = REFUSALS.map(
  (refusal) =>
    ({
      guard: { type: 'hasFailedWith', params: { code: refusal } },
      target: '#left',
      actions: [
        { type: 'refuse', params: { refusal } },
        { type: 'resumeAt', params: { step: refusal === 'mailbox-required' ? 'register.details' : (`register.${refusal}` as const) } },
      ],
    }) as const,
);
