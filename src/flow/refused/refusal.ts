import { afterTheEnd } from '../shared/leaving.js';
import type { Refusal } from '../types.js';

/** A screen where the library system says no: the session has nothing more to do. */
export const refusal = <C extends Exclude<Refusal, 'already-patron' | 'mailbox-required'>>(code: C) =>
  ({
    meta: { step: `register.${code}` as const },
    tags: 'end',
    entry: [{ type: 'reportRefusal', params: { code } }, 'forgetSession'],
    invoke: { src: 'endSession' },
    on: afterTheEnd,
  }) as const;
