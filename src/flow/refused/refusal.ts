import { afterTheEnd } from '../shared/leaving.js';

/** A screen where the library system says no: the session has nothing more to do. */
export const refusal = <C extends 'under-age' | 'blocked' | 'no-registry-data' | 'not-permitted'>(code: C) =>
  ({
    meta: { step: `register.${code}` as const },
    tags: 'end',
    entry: [{ type: 'reportRefusal', params: { code } }, 'forgetSession'],
    invoke: { src: 'endSession' },
    on: afterTheEnd,
  }) as const;
