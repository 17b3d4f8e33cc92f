import { REFUSALS, type Refusal } from '../types.js';

/** The screen that says why. A missing mailbox has none of its own. */
export const screenOf = (refusal: Refusal) =>
  refusal === 'mailbox-required' ? 'register.not-permitted' : (`register.${refusal}` as const);

/** Where a refusal of the library system leads: out of this machine, to the screen that says why. */
export const whenRefused = REFUSALS.map(
  (refusal) =>
    ({
      guard: { type: 'hasFailedWith', params: { code: refusal } },
      target: '#left',
      actions: [
        { type: 'refuse', params: { refusal } },
        { type: 'resumeAt', params: { step: screenOf(refusal) } },
      ],
    }) as const,
);
