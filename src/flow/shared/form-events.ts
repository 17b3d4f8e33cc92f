import type { Step } from '../types.js';

/** A form that is being filled in: a complete one is sent, for any other the errors are shown. */
export const formEvents = {
  'form.submitted': [{ guard: 'isComplete', target: 'submitting', actions: 'clearErrors' }, { actions: ['keepErrors', 'reject'] }],
} as const;

/** While a write is under way there is no way back: its outcome has to be told. */
export const awaitsAnswer = { 'flow.back': {} } as const;

/** What a form shows when the library system did not answer. */
export const failedForm = <S extends Step>(step: S) =>
  ({
    meta: { step },
    exit: 'clearFailure',
    on: { 'flow.retry': 'submitting', 'flow.back': 'editing' },
  }) as const;

/** Marks the fields that the library system found wrong. */
export const refusesFields = ['keepFieldErrors', { type: 'reportRefusal', params: { code: 'field-invalid' } }, 'reject'] as const;
