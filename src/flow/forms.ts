import { refusesFields } from './part.setup.js';
import type { Step } from './types.js';

/** A form that is sent without a session: what it does with its events. */
export const formEvents = {
  'form.submitted': [
    { guard: 'isSound', target: 'submitting', actions: 'clearErrors' },
    { actions: ['keepErrors', 'reject'] },
  ],
} as const;

/** What a form shows when the service did not answer. */
export const failedForm = <S extends Step>(step: S) => ({
  meta: { step },
  exit: 'clearFailure',
  on: { 'flow.retry': 'submitting', 'flow.back': 'editing' },
} as const);

/** Where a request's failures lead when it needs no session. */
export const whenFailed = [
  { guard: 'hasFieldErrors', target: 'editing', actions: refusesFields },
  { target: 'failed', actions: ['keepFailure', 'report'] },
] as const;
